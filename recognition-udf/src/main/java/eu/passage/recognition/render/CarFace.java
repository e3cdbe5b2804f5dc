package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** The front of a car, from its lower edge up to the roof, measured along the surface. */
final class CarFace {

  private final Brush brush;
  private final Color paint;
  private final double half;
  private final RandomGenerator random;

  CarFace(Brush brush, Color paint, double half, RandomGenerator random) {
    this.brush = brush;
    this.paint = paint;
    this.half = half;
    this.random = random;
  }

  /**
   * @param brow where the upright part ends
   * @param edge where the bonnet begins
   * @param cowl where the windscreen begins
   * @param header where the roof begins
   */
  void paint(double brow, double edge, double cowl, double header) {
    bonnet(edge, cowl);
    bumper(brow);
    grille(brow);
    lamps(brow, edge);
    windscreen(cowl, header);
  }

  private void bonnet(double edge, double cowl) {
    Color seam = Paints.times(paint, 0.55);
    brush.line(seam, 0.012, -0.9 * half, edge - 0.02, 0.9 * half, edge - 0.02);
    double crease = random.nextDouble(0.35, 0.7) * half;
    brush.lines(Paints.times(paint, 0.82), 0.03, crease, edge, crease * 1.25, cowl - 0.1);
    brush.lines(
        Paints.times(paint, 1.12), 0.015, crease - 0.02, edge, crease * 1.25 - 0.02, cowl - 0.1);
    brush.lines(seam, 0.012, 0.88 * half, edge, 0.93 * half, cowl - 0.06);
    brush.poly(
        Paints.PLASTIC,
        -0.86 * half,
        cowl - 0.09,
        0.86 * half,
        cowl - 0.09,
        0.84 * half,
        cowl,
        -0.84 * half,
        cowl);
  }

  private void bumper(double brow) {
    double wide = random.nextDouble(0.45, 0.8) * half;
    double top = random.nextDouble(0.17, 0.22);
    brush.box(Paints.PLASTIC, -half, 0, half, random.nextDouble(0.03, 0.1), 0);
    brush.poly(
        Paints.DARK,
        -wide,
        0.05,
        wide,
        0.05,
        wide * random.nextDouble(0.85, 1.1),
        top,
        -wide * 0.95,
        top);
    Color corner = random.nextInt(3) == 0 ? Paints.times(paint, 0.6) : Paints.PLASTIC;
    brush.boxes(corner, wide + 0.04, 0.08, 0.92 * half, 0.08 + random.nextDouble(0.08, 0.16), 0.03);
    brush.ovals(new Color(205, 208, 204), 0.8 * half, 0.15, 0.05, 0.04);
    brush.line(Paints.times(paint, 0.7), 0.012, -half, brow - 0.24, half, brow - 0.24);
  }

  private void grille(double brow) {
    double low = brow - random.nextDouble(0.16, 0.24);
    double high = brow - random.nextDouble(0, 0.05);
    double w0 = random.nextDouble(0.28, 0.5) * half;
    double w1 = random.nextDouble(0.4, 0.62) * half;
    Color frame = random.nextInt(3) > 0 ? Paints.CHROME : Paints.times(paint, 0.75);
    brush.poly(
        frame,
        -w0 - 0.02,
        low - 0.02,
        w0 + 0.02,
        low - 0.02,
        w1 + 0.02,
        high + 0.015,
        -w1 - 0.02,
        high + 0.015);
    brush.poly(Paints.DARK, -w0, low, w0, low, w1, high, -w1, high);
    int bars = 2 + random.nextInt(3);
    Color bar = random.nextBoolean() ? new Color(120, 124, 128) : new Color(58, 60, 63);
    for (int i = 1; i <= bars; i++) {
      double y = low + (high - low) * i / (bars + 1);
      brush.line(bar, 0.012, -w0, y, w0, y);
    }
    brush.oval(
        Paints.CHROME,
        0,
        (low + high) / 2,
        random.nextDouble(0.05, 0.08),
        random.nextDouble(0.045, 0.06));
    brush.oval(new Color(70, 74, 80), 0, (low + high) / 2, 0.04, 0.03);
  }

  private void lamps(double brow, double edge) {
    double inner = random.nextDouble(0.52, 0.64) * half;
    double outer = 0.985 * half;
    double low = brow - random.nextDouble(0.1, 0.15);
    double high = edge - random.nextDouble(0.01, 0.04);
    double slant = random.nextDouble(-0.02, 0.08);
    brush.both(
        new Color(34, 36, 40),
        inner - 0.01,
        low - 0.012,
        outer,
        low + slant - 0.012,
        outer,
        high + 0.01,
        inner + 0.05,
        high - slant + 0.01);
    brush.both(
        brush.fade(low, new Color(150, 156, 162), high, new Color(226, 230, 233)),
        inner,
        low,
        outer,
        low + slant,
        outer,
        high,
        inner + 0.06,
        high - slant);
    double middle = (low + high) / 2 + slant / 3;
    brush.ovals(new Color(70, 76, 84), inner + 0.14, middle, 0.055, 0.055);
    brush.ovals(new Color(246, 248, 250), inner + 0.14, middle, 0.036, 0.036);
    brush.ovals(new Color(92, 98, 106), inner + 0.27, middle + 0.01, 0.045, 0.045);
    brush.both(
        new Color(222, 140, 40),
        outer - 0.07,
        low + slant,
        outer,
        low + slant,
        outer,
        middle,
        outer - 0.06,
        middle);
  }

  private void windscreen(double cowl, double header) {
    brush.poly(
        Paints.DARK,
        -0.93 * half,
        cowl - 0.01,
        0.93 * half,
        cowl - 0.01,
        0.86 * half,
        header - 0.02,
        -0.86 * half,
        header - 0.02);
    Glass.window(brush, random, 0.9 * half, cowl + 0.02, 0.82 * half, header - 0.06);
    brush.line(Paints.DARK, 0.02, -0.1, cowl + 0.02, -0.7 * half, cowl + 0.12);
    brush.line(Paints.DARK, 0.02, 0.45, cowl + 0.02, -0.1 * half, cowl + 0.13);
    brush.oval(new Color(20, 22, 24), 0, header - 0.14, 0.09, 0.035);
  }
}
