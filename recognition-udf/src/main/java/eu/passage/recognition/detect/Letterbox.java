package eu.passage.recognition.detect;

import eu.passage.recognition.image.Rect;

/**
 * How a picture lies in the detector's input: scaled to fit, at the top left, the rest padded.
 *
 * @param scale input pixels for one pixel of the picture
 * @param width of the scaled picture, in input pixels
 * @param height of the scaled picture, in input pixels
 */
record Letterbox(double scale, int width, int height) {

  /** The grey of the padding, as in training. */
  static final byte PADDING = 114;

  static Letterbox fit(int pictureWidth, int pictureHeight, int inputWidth, int inputHeight) {
    double scale =
        Math.min((double) inputWidth / pictureWidth, (double) inputHeight / pictureHeight);
    return new Letterbox(
        scale,
        within(pictureWidth * scale, inputWidth),
        within(pictureHeight * scale, inputHeight));
  }

  /** From input pixels to pixels of the picture. */
  Rect toPicture(Rect box) {
    return new Rect(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale);
  }

  private static int within(double size, int max) {
    return Math.min(Math.max((int) Math.round(size), 1), max);
  }
}
