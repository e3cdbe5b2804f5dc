package eu.passage.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CropViewTest {

  private static final ModelDescriptor.Input SIZE = new ModelDescriptor.Input(160, 48, 3);

  @Test
  void aPlateInOneLineIsShownOnceAndANarrowOneAlsoUnrolled() {
    assertThat(CropView.mayHaveTwoLines(area(520, 110))).isFalse();
    assertThat(CropView.mayHaveTwoLines(area(280, 200))).isTrue();
  }

  @Test
  void theUpperLineStandsLeftAndTheLowerOneRight() throws Exception {
    ByteBuffer input = ByteBuffer.allocateDirect(2 * SIZE.bytes());
    try (Picture picture = redAboveBlue()) {
      new CropView(SIZE).writeUnrolled(input, 1, picture, picture.bounds());
    }
    for (int y : new int[] {2, 20}) {
      assertThat(pixel(input, 1, 40, y)).isEqualTo(Color.RED);
    }
    for (int y : new int[] {28, 45}) {
      assertThat(pixel(input, 1, 120, y)).isEqualTo(Color.BLUE);
    }
    assertThat(pixel(input, 0, 40, 20)).as("the sample before").isEqualTo(Color.BLACK);
  }

  /** A plate's box of this size with the margins of a found plate. */
  private static Rect area(double width, double height) {
    return PlateReader.Crop.margins(new Rect(10, 10, width, height));
  }

  private static Color pixel(ByteBuffer input, int sample, int x, int y) {
    int at = sample * SIZE.bytes() + (y * SIZE.width() + x) * SIZE.channels();
    return new Color(input.get(at) & 0xff, input.get(at + 1) & 0xff, input.get(at + 2) & 0xff);
  }

  private static Picture redAboveBlue() throws IOException, ImageRefusedException {
    BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 100, 40);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 40, 100, 40);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Picture.decode(png.toByteArray());
  }
}
