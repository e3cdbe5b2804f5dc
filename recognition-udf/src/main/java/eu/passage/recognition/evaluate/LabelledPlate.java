package eu.passage.recognition.evaluate;

import eu.passage.recognition.image.Rect;
import java.util.Optional;

/** A plate that a person marked in a photograph, and its text where it could be read. */
record LabelledPlate(Rect box, Optional<String> text) {}
