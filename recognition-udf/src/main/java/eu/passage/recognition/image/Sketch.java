package eu.passage.recognition.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_DUPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A copy of a picture to draw on. Letters are OpenCV's own, so that it needs no fonts of the
 * machine; they are those of plates and of English words.
 */
public final class Sketch implements AutoCloseable {

  /** Height in pixels of a capital letter at font scale 1. */
  private static final double CAPITAL = 22;

  private static final int JPEG_QUALITY = 88;

  private static final String UMLAUTS = "ÄÖÜ";
  private static final String BASES = "AOU";

  private final Mat pixels;

  private Sketch(Mat pixels) {
    this.pixels = pixels;
  }

  /** How a sketch is written. */
  public enum Format {
    JPEG(".jpg"),
    PNG(".png");

    private final String suffix;

    Format(String suffix) {
      this.suffix = suffix;
    }

    /** The format of encoded bytes by how they begin; what is no PNG counts as JPEG. */
    public static Format of(byte[] encoded) {
      return encoded.length > 0 && (encoded[0] & 0xff) == 0x89 ? PNG : JPEG;
    }
  }

  /**
   * A colour.
   *
   * @param red 0 to 255, the others likewise
   */
  public record Ink(int red, int green, int blue) {

    private Scalar scalar() {
      return new Scalar(blue, green, red, 0);
    }
  }

  /**
   * Copies a picture; the caller closes the copy.
   *
   * @param times how much larger it becomes
   */
  public static Sketch of(Picture picture, int times) {
    Mat copy = new Mat();
    if (times == 1) {
      picture.pixels().copyTo(copy);
    } else {
      Size size = new Size(picture.width() * times, picture.height() * times);
      resize(picture.pixels(), copy, size, 0, 0, INTER_CUBIC);
    }
    return new Sketch(copy);
  }

  public int width() {
    return pixels.cols();
  }

  public int height() {
    return pixels.rows();
  }

  /** Outlines a rectangle. */
  public void outline(Rect box, Ink ink, int thickness) {
    rectangle(pixels, corner(box), opposite(box), ink.scalar(), thickness, LINE_AA, 0);
  }

  /** Fills a rectangle. */
  public void fill(Rect box, Ink ink) {
    rectangle(pixels, corner(box), opposite(box), ink.scalar(), FILLED, LINE_AA, 0);
  }

  /** How wide a text becomes whose capitals are this high. */
  public static double textWidth(String text, int capital) {
    try (Size size =
        getTextSize(
            plain(text),
            FONT_HERSHEY_DUPLEX,
            capital / CAPITAL,
            thickness(capital),
            new IntPointer(1))) {
      return size.width();
    }
  }

  /**
   * Writes a text.
   *
   * @param x where it begins
   * @param base on what it stands
   * @param capital height of its capitals in pixels
   */
  public void text(String text, double x, double base, int capital, Ink ink) {
    putText(
        pixels,
        plain(text),
        new Point((int) Math.round(x), (int) Math.round(base)),
        FONT_HERSHEY_DUPLEX,
        capital / CAPITAL,
        ink.scalar(),
        thickness(capital),
        LINE_AA,
        false);
    for (int i = 0; i < text.length(); i++) {
      if (UMLAUTS.indexOf(text.charAt(i)) >= 0) {
        double left = x + textWidth(text.substring(0, i), capital);
        double right = x + textWidth(text.substring(0, i + 1), capital);
        dots((left + right) / 2, base - 1.2 * capital, capital, ink);
      }
    }
  }

  /** The drawing as a file's bytes. */
  public byte[] encode(Format format) {
    try (BytePointer encoded = new BytePointer();
        IntPointer jpeg = new IntPointer(IMWRITE_JPEG_QUALITY, JPEG_QUALITY)) {
      boolean done =
          format == Format.JPEG
              ? imencode(format.suffix, pixels, encoded, jpeg)
              : imencode(format.suffix, pixels, encoded);
      if (!done) {
        throw new IllegalStateException("OpenCV cannot write " + format);
      }
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  @Override
  public void close() {
    pixels.close();
  }

  private void dots(double x, double y, int capital, Ink ink) {
    int radius = Math.max(1, capital / 10);
    for (int side = -1; side <= 1; side += 2) {
      Point centre = new Point((int) Math.round(x + side * 0.22 * capital), (int) Math.round(y));
      circle(pixels, centre, radius, ink.scalar(), FILLED, LINE_AA, 0);
    }
  }

  /** The letters without their dots, which this font lacks. */
  private static String plain(String text) {
    String plain = text;
    for (int i = 0; i < UMLAUTS.length(); i++) {
      plain = plain.replace(UMLAUTS.charAt(i), BASES.charAt(i));
    }
    return plain;
  }

  private static int thickness(int capital) {
    return Math.max(1, (int) Math.round(capital / 11.0));
  }

  private static Point corner(Rect box) {
    return new Point((int) Math.round(box.x()), (int) Math.round(box.y()));
  }

  private static Point opposite(Rect box) {
    return new Point((int) Math.round(box.right()), (int) Math.round(box.bottom()));
  }
}
