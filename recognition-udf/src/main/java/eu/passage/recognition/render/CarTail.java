package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** The rear of a car, from its lower edge up to the roof, measured along the surface. */
final class CarTail {

  private final Brush brush;
  private final Color paint;
  private final double half;
  private final RandomGenerator random;

  CarTail(Brush brush, Color paint, double half, RandomGenerator random) {
    this.brush = brush;
    this.paint = paint;
    this.half = half;
    this.random = random;
  }

  /**
   * @param bumper where the bumper ends
   * @param deck where the boot's lid ends
   * @param belt where the rear window begins
   * @param header where the roof begins
   */
  void paint(double bumper, double deck, double belt, double header) {
    Color seam = Paints.times(paint, 0.5);
    brush.box(Paints.PLASTIC, -half, 0, half, random.nextDouble(0.06, 0.16), 0);
    brush.boxes(new Color(150, 24, 22), 0.68 * half, 0.12, 0.86 * half, 0.16, 0.01);
    if (random.nextBoolean()) {
      brush.boxes(Paints.CHROME, 0.5 * half, 0.02, 0.68 * half, 0.06, 0.02);
    }
    brush.line(seam, 0.014, -half, bumper + 0.04, half, bumper + 0.04);
    brush.lines(seam, 0.014, 0.74 * half, bumper + 0.04, 0.76 * half, deck, 0.82 * half, header);
    brush.box(Paints.times(paint, 0.62), -0.34, bumper + 0.08, 0.34, bumper + 0.27, 0.03);
    brush.box(
        random.nextBoolean() ? Paints.CHROME : seam, -0.3, bumper + 0.28, 0.3, bumper + 0.31, 0.01);
    lamps(bumper, deck, belt);
    brush.oval(Paints.CHROME, 0, deck - 0.04, 0.05, 0.04);
    double low = Math.max(belt, deck) + 0.03;
    brush.poly(
        Paints.DARK,
        -0.88 * half,
        low - 0.02,
        0.88 * half,
        low - 0.02,
        0.8 * half,
        header - 0.03,
        -0.8 * half,
        header - 0.03);
    Glass.window(brush, random, 0.85 * half, low, 0.77 * half, header - 0.05);
    brush.line(Paints.DARK, 0.018, 0, low, -0.45 * half, low + 0.1);
    brush.box(new Color(120, 16, 18), -0.14, header - 0.035, 0.14, header - 0.01, 0.01);
  }

  private void lamps(double bumper, double deck, double belt) {
    double outer = 0.99 * half;
    Color red = Paints.times(new Color(176, 20, 24), random.nextDouble(0.75, 1.1));
    Color dark = Paints.times(red, 0.55);
    double low;
    double high;
    double inner;
    switch (random.nextInt(3)) {
      case 0 -> {
        low = bumper + 0.12;
        high = deck - 0.02;
        inner = 0.62 * half;
      }
      case 1 -> {
        low = bumper + 0.2;
        high = belt + 0.16;
        inner = 0.78 * half;
      }
      default -> {
        low = deck - 0.2;
        high = deck;
        inner = random.nextDouble(0.4, 0.55) * half;
      }
    }
    brush.both(
        dark,
        inner - 0.012,
        low - 0.012,
        outer,
        low - 0.012,
        outer,
        high + 0.012,
        inner + 0.03,
        high + 0.012);
    brush.both(red, inner, low, outer, low, outer, high, inner + 0.04, high);
    double third = (high - low) / 3;
    brush.both(
        new Color(226, 220, 214),
        inner + 0.03,
        low + third,
        outer - 0.1,
        low + third,
        outer - 0.1,
        low + 1.6 * third,
        inner + 0.03,
        low + 1.6 * third);
    brush.both(
        new Color(214, 120, 36),
        outer - 0.09,
        low + third,
        outer - 0.02,
        low + third,
        outer - 0.02,
        low + 1.6 * third,
        outer - 0.09,
        low + 1.6 * third);
  }
}
