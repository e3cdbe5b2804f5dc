package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** The rear doors of a lorry's body, measured from its floor. */
final class TruckDoors {

  private final Brush brush;
  private final Color paint;
  private final double half;
  private final double height;
  private final RandomGenerator random;

  TruckDoors(Brush brush, Color paint, double half, double height, RandomGenerator random) {
    this.brush = brush;
    this.paint = paint;
    this.half = half;
    this.height = height;
    this.random = random;
  }

  void paint() {
    Color seam = Paints.times(paint, 0.5);
    Color frame = random.nextBoolean() ? Paints.times(paint, 0.72) : new Color(150, 153, 156);
    brush.box(frame, -half - 0.02, 0, half + 0.02, 0.1, 0);
    brush.box(frame, -half - 0.02, height - 0.1, half + 0.02, height, 0);
    brush.boxes(frame, half - 0.07, 0, half + 0.02, height, 0);
    if (random.nextInt(4) == 0) {
      for (double y = 0.3; y < height - 0.1; y += 0.3) {
        brush.line(Paints.times(paint, 0.85), 0.02, -half, y, half, y);
      }
    } else {
      brush.line(seam, 0.025, 0, 0.1, 0, height - 0.1);
      Color bar = random.nextBoolean() ? new Color(168, 171, 174) : Paints.times(paint, 0.65);
      for (double x : new double[] {0.22 * half, 0.68 * half}) {
        brush.lines(bar, 0.045, x, 0.04, x, height - 0.04);
        brush.lines(seam, 0.012, x + 0.03, 0.04, x + 0.03, height - 0.04);
        brush.boxes(bar, x - 0.02, 0.6, x + 0.22, 0.65, 0.01);
      }
      for (double y : new double[] {0.3, height / 2, height - 0.4}) {
        brush.boxes(seam, half - 0.14, y, half - 0.05, y + 0.1, 0.01);
      }
    }
    // reflective tape along the edges
    if (random.nextInt(3) > 0) {
      Color tape = random.nextBoolean() ? new Color(214, 40, 34) : new Color(236, 200, 40);
      brush.boxes(tape, half - 0.05, 0.1, half - 0.01, height - 0.1, 0);
      brush.box(tape, -half, height - 0.07, half, height - 0.03, 0);
    }
    if (random.nextInt(3) == 0) {
      Color mark = random.nextBoolean() ? Paints.times(paint, 0.6) : Paints.times(paint, 1.3);
      double y = height * (0.45 + 0.2 * random.nextDouble());
      brush.poly(mark, -0.6 * half, y, 0.5 * half, y, 0.62 * half, y + 0.3, -0.48 * half, y + 0.3);
    }
    // road dirt rises from below
    brush.poly(
        brush.fade(0, new Color(90, 80, 68, 110), height * 0.6, new Color(90, 80, 68, 0)),
        -half,
        0,
        half,
        0,
        half,
        height * 0.6,
        -half,
        height * 0.6);
  }
}
