package eu.passage.recognition.render;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** What lens, sensor and encoder do to a picture. */
final class Optics {

  private static final int MARGIN = 64;
  private static final double GRAIN = 32;

  private Optics() {}

  private static final class Holder {
    static final Mat NOISE = noise();
  }

  private static Mat noise() {
    int width = View.WIDTH + MARGIN;
    int height = View.HEIGHT + MARGIN;
    byte[] grain = new byte[width * height * 3];
    Random random = new Random(20);
    // short runs of a table: a new normal number for each byte would take a second
    byte[] table = new byte[1 << 16];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Paints.channel(128 + GRAIN * random.nextGaussian());
    }
    for (int i = 0; i < grain.length; i += 64) {
      System.arraycopy(
          table, random.nextInt(table.length - 64), grain, i, Math.min(64, grain.length - i));
    }
    Mat mat = new Mat(height, width, opencv_core.CV_8UC3);
    mat.data().put(grain);
    return mat;
  }

  /**
   * The picture as the camera sends it.
   *
   * @param frame blue, green, red bytes
   * @param moving where the motion blur shows
   */
  static byte[] jpeg(
      byte[] frame, Rectangle moving, Conditions conditions, RandomGenerator random) {
    try (Mat picture = new Mat(View.HEIGHT, View.WIDTH, opencv_core.CV_8UC3);
        Size kernel = new Size(taps(conditions.softness()), taps(conditions.softness()));
        BytePointer data = picture.data()) {
      data.put(frame);
      if (conditions.motion() > 0.5 && !moving.isEmpty()) {
        smear(picture, moving, conditions.motion());
      }
      opencv_imgproc.GaussianBlur(picture, picture, kernel, conditions.softness());
      expose(picture, conditions, random);
      return encode(picture, conditions.quality());
    }
  }

  private static int taps(double softness) {
    return softness < 0.85 ? 3 : 5;
  }

  /** A vehicle moves down or up the picture while the shutter is open. */
  private static void smear(Mat picture, Rectangle moving, double length) {
    int taps = (int) Math.ceil(length) | 1;
    try (Rect area = new Rect(moving.x, moving.y, moving.width, moving.height);
        Mat part = new Mat(picture, area);
        Size size = new Size(1, Math.max(3, taps));
        Point middle = new Point(-1, -1)) {
      opencv_imgproc.blur(part, part, size, middle, opencv_core.BORDER_REPLICATE);
    }
  }

  private static void expose(Mat picture, Conditions conditions, RandomGenerator random) {
    int dx = random.nextInt(MARGIN);
    int dy = random.nextInt(MARGIN);
    double strength = conditions.noise() / GRAIN;
    double clear = 1 - conditions.haze();
    double air = (conditions.night() ? 40 : 205) * conditions.haze();
    try (Rect area = new Rect(dx, dy, View.WIDTH, View.HEIGHT);
        Mat grain = new Mat(Holder.NOISE, area)) {
      opencv_core.addWeighted(
          picture, conditions.exposure() * clear, grain, strength, air - 128 * strength, picture);
    }
    if (conditions.infrared()) {
      try (Mat grey = new Mat()) {
        opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        opencv_imgproc.cvtColor(grey, picture, opencv_imgproc.COLOR_GRAY2BGR);
      }
    }
  }

  private static byte[] encode(Mat picture, int quality) {
    try (BytePointer out = new BytePointer();
        IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)) {
      if (!opencv_imgcodecs.imencode(".jpg", picture, out, settings)) {
        throw new IllegalStateException("OpenCV could not encode a JPEG");
      }
      byte[] bytes = new byte[(int) out.limit()];
      ByteBuffer buffer = out.asByteBuffer();
      buffer.get(bytes);
      return bytes;
    }
  }
}
