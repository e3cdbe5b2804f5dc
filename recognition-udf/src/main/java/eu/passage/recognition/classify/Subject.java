package eu.passage.recognition.classify;

import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.util.Optional;

/**
 * A vehicle in a picture, as classifiers are asked about it.
 *
 * @param plate where its plate is; empty when none was found
 * @param vehicle where it is; empty when only its plate was found
 */
public record Subject(Picture picture, Optional<Rect> plate, Optional<Rect> vehicle) {}
