package eu.passage.recognition;

import eu.passage.recognition.image.Picture;

/** Tells pictures that are themselves cut to a plate, as some cameras and test sets give them. */
final class PlateOnly {

  /** A European plate in one line is about 4.6 times as wide as high; perspective changes that. */
  private static final double MIN_ASPECT = 2.5;

  private static final double MAX_ASPECT = 7;

  /** No camera's whole frame is this narrow and this flat. */
  private static final int MAX_WIDTH = 500;

  private PlateOnly() {}

  static boolean hasShape(Picture picture) {
    double aspect = (double) picture.width() / picture.height();
    return picture.width() <= MAX_WIDTH && aspect >= MIN_ASPECT && aspect <= MAX_ASPECT;
  }
}
