package eu.passage.recognition.render;

import eu.passage.avro.Colour;
import java.awt.Color;
import java.util.random.RandomGenerator;

/** The paints that vehicles come in. */
final class Paints {

  static final Color RUBBER = new Color(24, 24, 26);
  static final Color PLASTIC = new Color(42, 43, 46);
  static final Color CHROME = new Color(188, 192, 196);
  static final Color DARK = new Color(16, 17, 19);

  private Paints() {}

  /** A shade that people would call this colour. */
  static Color shade(Colour colour, RandomGenerator random) {
    return switch (colour) {
      case WHITE, UNKNOWN -> near(random, 8, 236, 238, 238);
      case BLACK -> near(random, 7, 22, 23, 26);
      case GREY -> pick(random, 14, 176, 180, 183, 140, 144, 148, 98, 101, 105, 78, 81, 86);
      case RED -> pick(random, 12, 186, 22, 26, 160, 16, 28, 205, 34, 30, 122, 14, 24);
      case BLUE -> pick(random, 12, 28, 62, 140, 20, 42, 92, 42, 104, 184, 70, 132, 196);
      case GREEN -> pick(random, 10, 28, 92, 52, 40, 122, 62, 84, 142, 66, 20, 66, 48);
      case YELLOW -> pick(random, 10, 240, 200, 20, 232, 186, 10, 222, 204, 60, 244, 212, 40);
      case ORANGE -> pick(random, 10, 232, 106, 20, 222, 84, 16, 240, 126, 30, 216, 96, 34);
      case BROWN -> pick(random, 8, 88, 58, 40, 108, 72, 48, 72, 48, 38, 98, 62, 36);
      case BEIGE -> pick(random, 8, 208, 194, 164, 196, 180, 146, 216, 204, 178, 188, 174, 142);
      case PURPLE -> pick(random, 10, 96, 42, 118, 74, 30, 92, 122, 58, 146, 88, 34, 88);
    };
  }

  private static Color pick(RandomGenerator random, int spread, int... shades) {
    int i = 3 * random.nextInt(shades.length / 3);
    return near(random, spread, shades[i], shades[i + 1], shades[i + 2]);
  }

  private static Color near(RandomGenerator random, int spread, int r, int g, int b) {
    double together = (random.nextDouble() * 2 - 1) * spread;
    return new Color(
        channel(r + together + random.nextDouble() * 4),
        channel(g + together + random.nextDouble() * 4),
        channel(b + together + random.nextDouble() * 4));
  }

  /** A colour brighter (factor above 1) or darker. */
  static Color times(Color colour, double factor) {
    return new Color(
        channel(colour.getRed() * factor),
        channel(colour.getGreen() * factor),
        channel(colour.getBlue() * factor));
  }

  /** Between two colours. */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        channel(a.getRed() + share * (b.getRed() - a.getRed())),
        channel(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        channel(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  /** A colour that lets some of what is below it show. */
  static Color clear(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  static int channel(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
