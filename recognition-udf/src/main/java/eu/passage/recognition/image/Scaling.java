package eu.passage.recognition.image;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales pixels. While a side of the result is less than half as long, the picture is first halved:
 * the mean of two by two pixels costs a thirtieth of a mean over parts of pixels. What remains is
 * averaged or interpolated, as in training.
 */
final class Scaling {

  /** From this ratio on pixels are averaged, below it they are interpolated. */
  private static final double SHRINKS = 1.3;

  private Scaling() {}

  /** Into {@code to}, which may be a part of a larger picture of the same number of channels. */
  static void scale(Mat from, Mat to, int width, int height) {
    Mat source = from;
    Mat half = null;
    while (source.cols() >= 2 * width && source.rows() >= 2 * height) {
      Mat smaller = halved(source);
      if (half != null) {
        half.close();
      }
      half = smaller;
      source = smaller;
    }
    boolean shrinks = source.cols() > SHRINKS * width;
    resize(source, to, new Size(width, height), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
    if (half != null) {
      half.close();
    }
  }

  /** An odd last row or column is left out. */
  private static Mat halved(Mat from) {
    int width = from.cols() / 2;
    int height = from.rows() / 2;
    Mat half = new Mat();
    try (Mat even = from.apply(new Rect(0, 0, 2 * width, 2 * height))) {
      resize(even, half, new Size(width, height), 0, 0, INTER_AREA);
    }
    return half;
  }
}
