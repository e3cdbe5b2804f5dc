package eu.passage.recognition.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PlatePainterTest {

  private final PlatePainter painter = new PlatePainter();

  @Test
  void aBelgianPlateIsRedOnWhiteWithABlueBandAtTheLeft() {
    BufferedImage image =
        painter.paint(new NumberPlate("BE", "be-2010", "1ABC234"), false, 1, 0, 1);

    assertThat(share(image, PlatePainterTest::red)).isBetween(0.08, 0.4);
    assertThat(blue(new Color(image.getRGB(20, 100)))).isTrue();
    assertThat(blue(new Color(image.getRGB(500, 100)))).isFalse();
  }

  @Test
  void aBritishPlateIsYellowAtTheRearOnly() {
    NumberPlate plate = new NumberPlate("GB", "gb-2001", "AB12CDE");

    assertThat(share(painter.paint(plate, true, 1, 0, 1), PlatePainterTest::yellow))
        .isGreaterThan(0.4);
    assertThat(share(painter.paint(plate, false, 1, 0, 1), PlatePainterTest::yellow))
        .isLessThan(0.02);
  }

  @Test
  void otherCharactersGiveAnotherPicture() {
    assertThat(pixels(painter.paint(new NumberPlate("FR", "fr-siv", "AB123CD"), false, 0.5, 0, 1)))
        .isNotEqualTo(
            pixels(painter.paint(new NumberPlate("FR", "fr-siv", "AB128CD"), false, 0.5, 0, 1)));
  }

  @Test
  void dirtHidesPartOfThePlate() {
    NumberPlate plate = new NumberPlate("FR", "fr-siv", "AB123CD");

    assertThat(share(painter.paint(plate, false, 1, 1, 1), PlatePainterTest::white))
        .isLessThan(share(painter.paint(plate, false, 1, 0, 1), PlatePainterTest::white) / 2);
  }

  @Test
  void aTextThatDoesNotFitItsSeriesIsRefused() {
    assertThatThrownBy(
            () -> painter.paint(new NumberPlate("BE", "be-2010", "1ABC23"), false, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("be-2010");
    assertThatThrownBy(
            () -> painter.paint(new NumberPlate("BE", "be-2010", "1ABC2345"), false, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1ABC2345");
  }

  private static boolean red(Color c) {
    return c.getRed() > c.getGreen() + 60 && c.getRed() > c.getBlue() + 60;
  }

  private static boolean blue(Color c) {
    return c.getBlue() > c.getRed() + 60;
  }

  private static boolean yellow(Color c) {
    return c.getRed() > 180 && c.getGreen() > 120 && c.getBlue() < 110;
  }

  private static boolean white(Color c) {
    return c.getRed() > 220 && c.getGreen() > 220 && c.getBlue() > 220;
  }

  private static double share(BufferedImage image, java.util.function.Predicate<Color> is) {
    int found = 0;
    for (int rgb : pixels(image)) {
      if (is.test(new Color(rgb))) {
        found++;
      }
    }
    return (double) found / (image.getWidth() * image.getHeight());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
