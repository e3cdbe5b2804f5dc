package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Hedges and trees: many leaves' worth of discs, dark below and lit from above. */
final class Greenery {

  private final ScenePen pen;
  private final RandomGenerator random;

  Greenery(ScenePen pen, RandomGenerator random) {
    this.pen = pen;
    this.random = random;
  }

  Color leaf() {
    return new Color(66 + random.nextInt(36), 78 + random.nextInt(28), 48 + random.nextInt(20));
  }

  void bush(double x, double y, double tall, Color leaf) {
    leaves(x, y, 0, tall, 0.8, 170, leaf);
  }

  void tree(double x, double y) {
    double trunk = random.nextDouble(1.6, 3);
    pen.across(new Color(78, 64, 50), x - 0.15, x + 0.15, y, 0, trunk + 1);
    double radius = random.nextDouble(1.6, 3);
    leaves(x, y, trunk, trunk + 2 * radius, radius, 650, leaf());
  }

  private void leaves(
      double x, double y, double low, double high, double radius, int count, Color leaf) {
    for (int i = 0; i < count; i++) {
      double t = (double) i / count;
      double z = random.nextDouble(low, high);
      double off = random.nextDouble(-radius, radius);
      double lit = 0.42 + 0.5 * t + 0.4 * (z - low) / (high - low) + random.nextDouble(-0.1, 0.1);
      double size = 0.8 * radius * random.nextDouble(0.04, 0.26) * (1.3 - t);
      pen.disc(Paints.clear(Paints.times(leaf, lit), 190), x + off, y, z, size, 1.5);
    }
  }
}
