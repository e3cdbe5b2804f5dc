package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import eu.passage.recognition.Samples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void aCropIsWrittenAsRedGreenBlueFromItsOffsetOn() throws Exception {
    ByteBuffer target = ByteBuffer.allocateDirect(3 + 4 * 2 * 3 + 1);
    try (Picture picture = Picture.decode(Samples.png(40, 30, new Color(200, 100, 50)))) {
      picture.writeRgb(target, 3, new Rect(5, 5, 20, 10), 4, 2);
    }
    assertThat(ints(target)).startsWith(0, 0, 0, 200, 100, 50).endsWith(200, 100, 50, 0);
  }

  @Test
  void aCropTakesThePixelsOfItsBoxAndCutsOffWhatLiesOutside() throws Exception {
    try (Picture picture = Picture.decode(halves(40, 30))) {
      assertThat(meanRed(picture, new Rect(0, 0, 20, 30))).isZero();
      assertThat(meanRed(picture, new Rect(20, 0, 20, 30))).isEqualTo(255);
      assertThat(meanRed(picture, new Rect(20, -50, 500, 500))).isEqualTo(255);
      assertThat(meanRed(picture, new Rect(10, 0, 20, 30))).isCloseTo(127, within(16.0));
    }
  }

  @Test
  void aBoxWithoutAPixelInsideGivesTheNearestOne() throws Exception {
    try (Picture picture = Picture.decode(halves(40, 30))) {
      assertThat(meanRed(picture, new Rect(900, 900, 5, 5))).isEqualTo(255);
      assertThat(meanRed(picture, new Rect(-9, -9, 2, 2))).isZero();
      assertThat(meanRed(picture, new Rect(25, 5, 0, 0))).isEqualTo(255);
    }
  }

  @Test
  void aLargePictureIsHalvedBeforeItIsScaledAndKeepsItsMeans() throws Exception {
    ByteBuffer target = ByteBuffer.allocateDirect(10 * 10);
    try (Picture picture = Picture.decode(halves(641, 361))) {
      picture.writeGrey(target, 0, 10, 10, picture.bounds(), 10, 10);
    }
    assertThat(ints(target)[0]).isZero();
    assertThat(ints(target)[9]).isCloseTo(76, within(1)); // red in grey
  }

  @Test
  void theGreyPictureLiesAtTheTopLeftAndLeavesTheRestAsItWas() throws Exception {
    ByteBuffer target = ByteBuffer.allocateDirect(10 * 4);
    for (int i = 0; i < target.capacity(); i++) {
      target.put(i, (byte) 114);
    }
    try (Picture picture = Picture.decode(Samples.png(40, 30, Color.WHITE))) {
      picture.writeGrey(target, 0, 10, 4, picture.bounds(), 5, 3);
    }
    assertThat(ints(target))
        .containsExactly(
            255, 255, 255, 255, 255, 114, 114, 114, 114, 114, //
            255, 255, 255, 255, 255, 114, 114, 114, 114, 114, //
            255, 255, 255, 255, 255, 114, 114, 114, 114, 114, //
            114, 114, 114, 114, 114, 114, 114, 114, 114, 114);
  }

  @Test
  void aPartOfThePictureIsWrittenAsIfItWereAllOfIt() throws Exception {
    ByteBuffer target = ByteBuffer.allocateDirect(4 * 2);
    try (Picture picture = Picture.decode(halves(40, 30))) {
      picture.writeGrey(target, 0, 4, 2, new Rect(0, 0, 20, 10), 4, 2);
      int left = target.get(0) & 0xff;
      picture.writeGrey(target, 0, 4, 2, new Rect(20, 0, 20, 10), 4, 2);
      assertThat(ints(target)).containsOnly(target.get(0) & 0xff).doesNotContain(left);
    }
  }

  @Test
  void dataDamagedBehindASoundHeaderAreUnreadable() throws Exception {
    byte[] png = Samples.png(40, 30, Color.RED);
    Arrays.fill(png, 41, png.length - 12, (byte) 7); // all of IDAT's content and CRC
    ImageHeader.read(png, ImageLimits.DEFAULT);
    ImageRefusedException refused =
        catchThrowableOfType(ImageRefusedException.class, () -> Picture.decode(png).close());
    assertThat(refused.reason()).isEqualTo(UNREADABLE_IMAGE);
  }

  @Test
  void greyPicturesBecomeColourPictures() throws Exception {
    BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 77);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(grey, "png", out);
    ByteBuffer target = ByteBuffer.allocateDirect(3);
    try (Picture picture = Picture.decode(out.toByteArray())) {
      picture.writeRgb(target, 0, new Rect(0, 0, 1, 1), 1, 1);
    }
    assertThat(ints(target)).containsExactly(77, 77, 77);
  }

  /** Left half black, right half red. */
  private static byte[] halves(int width, int height) throws Exception {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int x = width / 2; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, Color.RED.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static double meanRed(Picture picture, Rect box) {
    ByteBuffer target = ByteBuffer.allocateDirect(8 * 8 * 3);
    picture.writeRgb(target, 0, box, 8, 8);
    int[] values = ints(target);
    double sum = 0;
    for (int i = 0; i < values.length; i += 3) {
      sum += values[i];
    }
    return sum / 64;
  }

  private static int[] ints(ByteBuffer buffer) {
    int[] values = new int[buffer.capacity()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i) & 0xFF;
    }
    return values;
  }
}
