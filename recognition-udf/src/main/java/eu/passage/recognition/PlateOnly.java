package eu.passage.recognition;

import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.image.Picture;
import java.util.List;

/** Tells pictures that are themselves cut to a plate, as some cameras and test sets give them. */
final class PlateOnly {

  /** A European plate in one line is about 4.6 times as wide as high; perspective changes that. */
  private static final double MIN_ASPECT = 2.5;

  private static final double MAX_ASPECT = 7;

  /** No camera's whole frame is this narrow and this flat. */
  private static final int MAX_WIDTH = 500;

  /**
   * Within a plate the detector takes groups of characters for plates; they are narrower than this.
   */
  private static final double MIN_SHARE = 0.75;

  private PlateOnly() {}

  /** Whether a picture has the shape of a plate and no plate that fills a good part of it. */
  static boolean is(Picture picture, List<Detection> detections) {
    double aspect = (double) picture.width() / picture.height();
    return picture.width() <= MAX_WIDTH
        && aspect >= MIN_ASPECT
        && aspect <= MAX_ASPECT
        && detections.stream().noneMatch(d -> isPlateOf(picture, d));
  }

  private static boolean isPlateOf(Picture picture, Detection detection) {
    return detection.kind() == Detection.Kind.PLATE
        && detection.box().width() >= MIN_SHARE * picture.width();
  }
}
