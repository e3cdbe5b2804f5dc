package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateOnlyTest {

  @Test
  void charactersTakenForAPlateDoNotKeepAPlatesPictureFromBeingReadWhole() throws Exception {
    assertThat(isPlate(200, 50, plate(120))).isTrue();
  }

  @Test
  void aPlateThatFillsMostOfThePictureIsReadByItsBox() throws Exception {
    assertThat(isPlate(200, 50, plate(160))).isFalse();
  }

  @Test
  void aFrameIsNoPlateHoweverLittleWasFoundInIt() throws Exception {
    assertThat(isPlate(640, 160)).isFalse();
    assertThat(isPlate(200, 150)).isFalse();
  }

  private static Detection plate(double width) {
    return new Detection(Detection.Kind.PLATE, new Rect(10, 5, width, 40), 0.9);
  }

  private static boolean isPlate(int width, int height, Detection... found) throws Exception {
    byte[] jpeg = Samples.jpeg(width, height, Color.GRAY);
    try (Picture picture = ImageLoader.decode(jpeg, ImageLimits.DEFAULT)) {
      return PlateOnly.is(picture, List.of(found));
    }
  }
}
