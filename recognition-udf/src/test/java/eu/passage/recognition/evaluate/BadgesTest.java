package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Samples;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgesTest {

  @Test
  void aMakersNameIsKnownByItsFolder() {
    assertThat(Badges.isMake("Citroën", "citroen")).isTrue();
    assertThat(Badges.isMake("Mercedes-Benz", "mercedes-1")).isTrue();
    assertThat(Badges.isMake("Alfa Romeo", "alfa-romeo")).isTrue();
    assertThat(Badges.isMake("Kia", "mazda")).isFalse();
  }

  @Test
  void modelsThatNameNoMakesAreNotMeasured(@TempDir Path data) throws IOException {
    try (Recogniser recogniser = Recogniser.open(Samples.models(), Thresholds.DEFAULT, 1)) {
      Result result = new Badges().measure(new Lab(recogniser, data, (done, of) -> {}));
      assertThat(result.rows())
          .extracting(Row::mark)
          .containsExactly(Target.Mark.NOT_MEASURED, Target.Mark.NOT_MEASURED);
    }
  }

  @Test
  void aBadgeSitsAboveThePlateAndNowhereElse() throws IOException {
    try (Picture badge = Lab.open(Samples.png(40, 30, Color.MAGENTA));
        Picture mask = Lab.open(Samples.png(40, 30, Color.WHITE));
        BadgedFrames.Pair pair = new BadgedFrames().next(badge, mask)) {
      Rect plate = pair.plate();
      Rect above =
          new Rect(
              plate.x(), plate.y() - 1.2 * plate.width(), plate.width(), 1.2 * plate.width() - 8);
      assertThat(magenta(pair.badged(), above)).isGreaterThan(0.005);
      assertThat(magenta(pair.badged(), plate)).isLessThan(0.002);
      assertThat(magenta(pair.bare(), above)).isLessThan(0.002);
    }
  }

  /** The share of an area that is magenta. */
  private static double magenta(Picture picture, Rect area) {
    int side = 100;
    ByteBuffer rgb = ByteBuffer.allocateDirect(side * side * 3);
    picture.writeRgb(rgb, 0, area, side, side);
    int count = 0;
    for (int i = 0; i < rgb.capacity(); i += 3) {
      int red = rgb.get(i) & 0xff;
      int green = rgb.get(i + 1) & 0xff;
      int blue = rgb.get(i + 2) & 0xff;
      count += red > 180 && green < 90 && blue > 180 ? 1 : 0;
    }
    return (double) count / (side * side);
  }
}
