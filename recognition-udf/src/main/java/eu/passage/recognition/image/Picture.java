package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * A decoded colour picture in native memory. It writes what the nets take, 8-bit samples in rows,
 * into direct buffers. Not safe for use by several threads.
 */
public final class Picture implements AutoCloseable {

  static {
    // the operator's parallelism is the parallelism: no pool of OpenCV's own beside it
    opencv_core.setNumThreads(1);
  }

  private final Mat pixels;

  /** Made when it is first asked for: one channel is cheaper to scale than three. */
  private @Nullable Mat grey;

  private Picture(Mat pixels) {
    this.pixels = pixels;
  }

  /**
   * Decodes a JPEG or PNG whose header {@link ImageHeader#read} has accepted, turned as its EXIF
   * orientation says.
   *
   * @throws ImageRefusedException with UNREADABLE_IMAGE when its data are damaged
   */
  public static Picture decode(byte[] encoded) throws ImageRefusedException {
    try (BytePointer pointer = new BytePointer(encoded);
        Mat wrapped = new Mat(1, encoded.length, CV_8UC1, pointer)) {
      Mat pixels = imdecode(wrapped, IMREAD_COLOR);
      if (pixels.empty()) {
        pixels.close();
        throw new ImageRefusedException(
            UNREADABLE_IMAGE, "the picture's header is sound but its data cannot be decoded");
      }
      return new Picture(pixels);
    } catch (RuntimeException e) {
      throw new ImageRefusedException(
          UNREADABLE_IMAGE, "the picture cannot be decoded: " + e.getMessage(), e);
    }
  }

  /** How many native objects pictures of this JVM hold, to see that none are left behind. */
  public static long nativeObjects() {
    return Pointer.totalCount();
  }

  /** Pixels, after any EXIF rotation. */
  public int width() {
    return pixels.cols();
  }

  /** Pixels, after any EXIF rotation. */
  public int height() {
    return pixels.rows();
  }

  Mat pixels() {
    return pixels;
  }

  /** The whole picture as a rectangle. */
  public Rect bounds() {
    return new Rect(0, 0, width(), height());
  }

  /**
   * Scales a part of the picture to {@code width x height} and writes it in grey to the top left
   * corner of an area of {@code stride x rows} bytes that begins at {@code offset}; the rest of the
   * area is left as it is.
   *
   * @param part in whole pixels, inside the picture
   */
  public void writeGrey(
      ByteBuffer target, int offset, int stride, int rows, Rect part, int width, int height) {
    Mat whole = grey(); // outlives the scope
    try (PointerScope scope = new PointerScope();
        Mat from =
            whole.apply(
                new org.bytedeco.opencv.opencv_core.Rect(
                    (int) part.x(), (int) part.y(), (int) part.width(), (int) part.height()));
        Mat area = new Mat(rows, stride, CV_8UC1, at(target, offset));
        Mat out = area.apply(new org.bytedeco.opencv.opencv_core.Rect(0, 0, width, height))) {
      Scaling.scale(from, out, width, height);
    }
  }

  /**
   * Stretches the part of the picture inside {@code box} to {@code width x height} and writes it as
   * RGB, 3 bytes a pixel, from {@code offset} on. What of the box lies outside the picture is left
   * out; a box without a pixel inside gives the pixel nearest to it.
   */
  public void writeRgb(ByteBuffer target, int offset, Rect box, int width, int height) {
    int left = clamp((int) Math.round(box.x()), width() - 1);
    int top = clamp((int) Math.round(box.y()), height() - 1);
    int right = Math.min(Math.max((int) Math.round(box.right()), left + 1), width());
    int bottom = Math.min(Math.max((int) Math.round(box.bottom()), top + 1), height());
    try (PointerScope scope = new PointerScope();
        Mat part =
            pixels.apply(
                new org.bytedeco.opencv.opencv_core.Rect(left, top, right - left, bottom - top));
        Mat out = new Mat(height, width, CV_8UC3, at(target, offset))) {
      Scaling.scale(part, out, width, height);
      cvtColor(out, out, COLOR_BGR2RGB);
    }
  }

  @Override
  public void close() {
    if (grey != null) {
      grey.close();
    }
    pixels.close();
  }

  private Mat grey() {
    if (grey == null) {
      grey = new Mat();
      cvtColor(pixels, grey, COLOR_BGR2GRAY);
    }
    return grey;
  }

  private static BytePointer at(ByteBuffer target, int offset) {
    return new BytePointer(target).position(offset);
  }

  private static int clamp(int value, int max) {
    return Math.min(Math.max(value, 0), max);
  }
}
