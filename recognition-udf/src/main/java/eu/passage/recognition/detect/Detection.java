package eu.passage.recognition.detect;

import eu.passage.recognition.image.Rect;

/**
 * Something the detector found.
 *
 * @param box in pixels of the picture
 * @param score 0 to 1
 */
public record Detection(Kind kind, Rect box, double score) {

  /** What the detector looks for. */
  public enum Kind {
    PLATE,
    VEHICLE
  }
}
