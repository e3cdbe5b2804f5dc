package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Posts, signs and guard rails. */
final class RoadFurniture {

  private static final Color RED = new Color(200, 24, 30);
  private static final Color WHITE = new Color(240, 240, 238);

  private final ScenePen pen;
  private final RandomGenerator random;

  RoadFurniture(ScenePen pen, RandomGenerator random) {
    this.pen = pen;
    this.random = random;
  }

  /** A white delineator with its black band. */
  void post(double x, double y) {
    pen.across(new Color(228, 228, 224), x - 0.06, x + 0.06, y, 0, 0.95);
    pen.across(new Color(30, 30, 32), x - 0.06, x + 0.06, y, 0.65, 0.85);
  }

  /** A round, square or triangular sign that says nothing. */
  void sign(double x, double y) {
    pen.across(new Color(140, 142, 144), x - 0.03, x + 0.03, y, 0, 2.2);
    switch (random.nextInt(3)) {
      case 0 -> {
        pen.disc(RED, x, y, 2.4, 0.38, 1);
        pen.disc(WHITE, x, y, 2.4, 0.28, 1);
      }
      case 1 -> pen.across(new Color(30, 74, 160), x - 0.4, x + 0.4, y, 1.9, 2.7);
      default -> {
        pen.fill(RED, x - 0.42, y, 2.0, x + 0.42, y, 2.0, x, y, 2.75);
        pen.fill(WHITE, x - 0.26, y, 2.09, x + 0.26, y, 2.09, x, y, 2.56);
      }
    }
  }

  void rail(double x) {
    for (double y = 8; y < 200; y += 4) {
      pen.across(new Color(120, 123, 126), x - 0.05, x + 0.05, y, 0, 0.7);
    }
    pen.along(new Color(168, 171, 174), x, 6, 200, 0.5, 0.62);
    pen.along(new Color(134, 137, 140), x, 6, 200, 0.62, 0.66);
    pen.along(new Color(176, 179, 182), x, 6, 200, 0.66, 0.78);
  }
}
