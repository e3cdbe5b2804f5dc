package eu.passage.recognition.read;

import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One way to show a crop to the net. For one thread. */
final class CropView {

  /**
   * A plate's area, margins included, that is narrower than this may hold two lines: its box is
   * then less than 2.4 times as wide as high.
   */
  private static final double TWO_LINES_BELOW = 2.4 * 1.16 / 1.3;

  /** The lines overlap a little, since nobody knows where exactly one ends: as in training. */
  private static final double UPPER_ENDS = 0.54;

  private static final double LOWER_BEGINS = 0.46;

  private final ModelDescriptor.Input size;
  private final ByteBuffer half;

  CropView(ModelDescriptor.Input size) {
    this.size = size;
    half = ByteBuffer.allocateDirect(size.bytes() / 2).order(ByteOrder.nativeOrder());
  }

  /** Whether a crop is so narrow that it may hold two lines. */
  static boolean mayHaveTwoLines(Rect area) {
    return area.width() < TWO_LINES_BELOW * area.height();
  }

  /** The whole crop, stretched. */
  void writeWhole(ByteBuffer input, int sample, Picture picture, Rect area) {
    picture.writeRgb(input, sample * size.bytes(), area, size.width(), size.height());
  }

  /** The upper line and right of it the lower one, each stretched to half the width. */
  void writeUnrolled(ByteBuffer input, int sample, Picture picture, Rect area) {
    double upper = area.height() * UPPER_ENDS;
    double lower = area.height() * LOWER_BEGINS;
    writeHalf(input, sample, 0, picture, new Rect(area.x(), area.y(), area.width(), upper));
    writeHalf(
        input,
        sample,
        1,
        picture,
        new Rect(area.x(), area.y() + lower, area.width(), area.height() - lower));
  }

  private void writeHalf(ByteBuffer input, int sample, int place, Picture picture, Rect line) {
    int row = size.width() * size.channels();
    picture.writeRgb(half, 0, line, size.width() / 2, size.height());
    for (int y = 0; y < size.height(); y++) {
      input.put(sample * size.bytes() + y * row + place * row / 2, half, y * row / 2, row / 2);
    }
  }
}
