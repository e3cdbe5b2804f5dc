package eu.passage.recognition.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.recognition.Samples;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.Region;
import java.awt.Color;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private Picture picture;

  @BeforeEach
  void open() throws Exception {
    picture = ImageLoader.decode(Samples.png(640, 480, Color.BLACK), ImageLimits.DEFAULT);
  }

  @AfterEach
  void close() {
    picture.close();
  }

  @Test
  void theBadgeIsLookedForAboveTheMiddleOfThePlate() {
    Rect window = above(new Rect(200, 300, 100, 22)).orElseThrow();
    assertThat(window.centreX()).isCloseTo(250, within(1e-9));
    assertThat(window.width()).isCloseTo(80, within(1e-9));
    assertThat(window.bottom()).isCloseTo(300, within(1e-9));
    assertThat(window.height()).isCloseTo(128, within(1e-9));
  }

  @Test
  void overAPlateOfTwoLinesItsHeightTellsTheScale() {
    Rect window = above(new Rect(200, 300, 60, 40)).orElseThrow();
    assertThat(window.width()).isCloseTo(0.8 * 2.9 * 40, within(1e-9));
  }

  @Test
  void overASmallPlateOrOneAtTheUpperEdgeThereIsNothingToSee() {
    assertThat(above(new Rect(200, 300, 49, 10))).isEmpty();
    assertThat(above(new Rect(200, 80, 100, 22))).isEmpty();
    assertThat(above(new Rect(200, 100, 100, 22)).orElseThrow().y()).isZero();
  }

  @Test
  void aVehicleIsLookedAtWithALittleAroundIt() {
    Subject subject =
        new Subject(picture, Optional.empty(), Optional.of(new Rect(100, 100, 200, 100)));
    assertThat(Windows.of(Region.VEHICLE, subject)).contains(new Rect(90, 95, 220, 110));
    assertThat(Windows.of(Region.ABOVE_PLATE, subject)).isEmpty();
  }

  private Optional<Rect> above(Rect plate) {
    return Windows.of(
        Region.ABOVE_PLATE, new Subject(picture, Optional.of(plate), Optional.empty()));
  }
}
