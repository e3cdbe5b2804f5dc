package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** The front of a lorry's cab, measured along the surface from its lower edge. */
final class TruckFace {

  private final Color paint;
  private final double half;
  private final RandomGenerator random;

  TruckFace(Color paint, double half, RandomGenerator random) {
    this.paint = paint;
    this.half = half;
    this.random = random;
  }

  /**
   * @param sill where the windscreen begins
   * @param header where it ends
   */
  void paint(Brush brush, double sill, double header) {
    Color bumper = random.nextInt(3) == 0 ? Paints.PLASTIC : Paints.times(paint, 0.92);
    brush.box(bumper, -half, 0, half, 0.5, 0);
    brush.box(Paints.PLASTIC, -half, 0, half, 0.08, 0);
    brush.box(Paints.DARK, -0.5 * half, 0.06, 0.5 * half, random.nextDouble(0.12, 0.3), 0.03);
    double lamp = random.nextDouble(0.26, 0.34);
    brush.boxes(new Color(38, 40, 44), 0.58 * half, lamp - 0.02, 0.99 * half, lamp + 0.22, 0.04);
    brush.boxes(
        brush.fade(lamp, new Color(150, 156, 162), lamp + 0.2, new Color(230, 234, 236)),
        0.6 * half,
        lamp,
        0.92 * half,
        lamp + 0.2,
        0.03);
    brush.ovals(new Color(248, 250, 252), 0.7 * half, lamp + 0.1, 0.06, 0.06);
    brush.boxes(new Color(222, 140, 40), 0.92 * half, lamp + 0.03, 0.985 * half, lamp + 0.17, 0.02);
    grille(brush, sill);
    brush.poly(
        Paints.DARK,
        -0.96 * half,
        sill - 0.02,
        0.96 * half,
        sill - 0.02,
        0.93 * half,
        header,
        -0.93 * half,
        header);
    Glass.window(brush, random, 0.92 * half, sill + 0.04, 0.89 * half, header - 0.06);
    for (double x : new double[] {-0.7, -0.1, 0.4}) {
      brush.line(Paints.DARK, 0.025, x, sill + 0.03, x + 0.42, sill + 0.2);
    }
    brush.poly(
        Paints.times(paint, 0.35),
        -0.9 * half,
        header - 0.1,
        0.9 * half,
        header - 0.1,
        0.86 * half,
        header + 0.12,
        -0.86 * half,
        header + 0.12);
    for (double x : new double[] {0.3, 0.75}) {
      brush.boxes(
          new Color(226, 188, 110), x * half, header + 0.2, x * half + 0.12, header + 0.26, 0.02);
    }
    for (int i = 0; i < 2; i++) {
      brush.lines(Paints.times(paint, 0.6), 0.015, 0.94 * half, 0.5, 0.94 * half, sill);
    }
  }

  private void grille(Brush brush, double sill) {
    double low = random.nextDouble(0.5, 0.56);
    double high = sill - random.nextDouble(0.08, 0.3);
    double wide = random.nextDouble(0.55, 0.85) * half;
    Color frame = random.nextInt(3) == 0 ? Paints.CHROME : Paints.times(paint, 0.8);
    brush.box(frame, -wide - 0.03, low - 0.02, wide + 0.03, high + 0.02, 0.04);
    brush.box(Paints.DARK, -wide, low, wide, high, 0.03);
    int bars = 3 + random.nextInt(3);
    Color bar = random.nextBoolean() ? Paints.times(paint, 0.9) : new Color(70, 73, 77);
    for (int i = 1; i <= bars; i++) {
      double y = low + (high - low) * i / (bars + 1);
      brush.line(bar, 0.03 + 0.03 * random.nextDouble(), -wide, y, wide, y);
    }
    brush.oval(Paints.CHROME, 0, high - 0.06, 0.1, 0.08);
  }
}
