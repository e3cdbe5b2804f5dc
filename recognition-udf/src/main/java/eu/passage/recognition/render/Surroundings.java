package eu.passage.recognition.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** What stands beside the road: houses of brick, hedges, trees, posts, signs, guard rails. */
final class Surroundings {

  private record Thing(double distance, Runnable painter) {}

  private final Graphics2D g;
  private final View view;
  private final RandomGenerator random;

  Surroundings(Graphics2D g, View view, RandomGenerator random) {
    this.g = g;
    this.view = view;
    this.random = random;
  }

  /** Paints everything outside of left and right, the far before the near. */
  void paint(double left, double right) {
    List<Thing> things = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      double edge = sign < 0 ? left : right;
      boolean village = random.nextInt(2) == 0;
      double y = random.nextDouble(15, 28);
      while (y < 200) {
        double at = y;
        double x = edge + sign * random.nextDouble(0.8, 3.5);
        if (village && random.nextInt(4) > 0) {
          double depth = random.nextDouble(8, 14);
          things.add(new Thing(at, () -> house(x, at, sign, depth)));
          y += depth + random.nextDouble(0.5, 8);
        } else if (random.nextInt(3) == 0) {
          things.add(new Thing(at, () -> tree(x, at)));
          y += random.nextDouble(4, 12);
        } else {
          double length = random.nextDouble(5, 25);
          double tall = random.nextDouble(0.5, 2.4);
          Color hedge = leaf();
          for (double d = 0; d < length; d += 1.1) {
            double where = at + d;
            things.add(new Thing(where, () -> bush(x, where, tall, hedge)));
          }
          y += length;
        }
      }
      if (random.nextInt(3) == 0) {
        things.add(new Thing(200, () -> rail(edge + sign * 0.35)));
      }
      for (double at = random.nextDouble(18, 40); at < 150; at += random.nextDouble(20, 45)) {
        double where = at;
        double x = edge + sign * random.nextDouble(0.4, 0.9);
        things.add(
            new Thing(where, random.nextInt(3) == 0 ? () -> sign(x, where) : () -> post(x, where)));
      }
    }
    things.sort(Comparator.comparingDouble(Thing::distance).reversed());
    things.forEach(t -> t.painter().run());
  }

  private Path2D path(double... xyz) {
    Path2D path = new Path2D.Double();
    double[] p = new double[3];
    for (int i = 0; i < xyz.length; i += 3) {
      view.project(xyz[i], xyz[i + 1], xyz[i + 2], p);
      if (i == 0) {
        path.moveTo(p[0], p[1]);
      } else {
        path.lineTo(p[0], p[1]);
      }
    }
    path.closePath();
    return path;
  }

  private void fill(Color colour, double... xyz) {
    g.setColor(colour);
    g.fill(path(xyz));
  }

  private void house(double x, double y, int sign, double depth) {
    double high = random.nextDouble(4.5, 7);
    double wide = random.nextDouble(6, 9);
    double far = x + sign * wide;
    Color brick =
        switch (random.nextInt(4)) {
          case 0 -> new Color(206, 200, 188);
          case 1 -> new Color(150, 112, 84);
          default -> new Color(132 + random.nextInt(30), 70 + random.nextInt(20), 56);
        };
    Color shade = Paints.times(brick, 0.72);
    Color tiles = random.nextBoolean() ? new Color(122, 60, 46) : new Color(70, 70, 76);
    double ridge = high + random.nextDouble(2, 3.5);
    // the gable towards the camera, the front towards the road, the roof above it
    fill(shade, x, y, 0, far, y, 0, far, y, high, (x + far) / 2, y, ridge, x, y, high);
    fill(brick, x, y, 0, x, y + depth, 0, x, y + depth, high, x, y, high);
    fill(
        tiles,
        x,
        y,
        high,
        x,
        y + depth,
        high,
        (x + far) / 2,
        y + depth,
        ridge,
        (x + far) / 2,
        y,
        ridge);
    g.setStroke(new BasicStroke(1));
    for (double z = 0.25; z < high; z += 0.25) {
      g.setColor(Paints.clear(Paints.times(brick, z % 0.5 < 0.2 ? 0.85 : 1.1), 90));
      g.draw(path(x, y, z, x, y + depth, z));
      g.draw(path(x, y, z, far, y, z));
    }
    for (double at = y + 0.8; at < y + depth - 1.5; at += random.nextDouble(2, 3)) {
      for (double z = 1; z < high - 1.6; z += 2.7) {
        fill(
            new Color(222, 220, 214),
            x,
            at,
            z,
            x,
            at + 1.2,
            z,
            x,
            at + 1.2,
            z + 1.5,
            x,
            at,
            z + 1.5);
        fill(
            new Color(52, 60, 68),
            x,
            at + 0.1,
            z + 0.1,
            x,
            at + 1.1,
            z + 0.1,
            x,
            at + 1.1,
            z + 1.4,
            x,
            at + 0.1,
            z + 1.4);
      }
    }
    double w = (x + far) / 2;
    fill(new Color(60, 66, 72), w - 0.6, y, 3.2, w + 0.6, y, 3.2, w + 0.6, y, 4.5, w - 0.6, y, 4.5);
    fill(
        new Color(74, 52, 40),
        x,
        y + depth - 1.3,
        0,
        x,
        y + depth - 0.4,
        0,
        x,
        y + depth - 0.4,
        2.1,
        x,
        y + depth - 1.3,
        2.1);
  }

  private void blobs(
      double x, double y, double low, double high, double radius, int count, Color leaf) {
    double[] p = new double[3];
    for (int i = 0; i < count; i++) {
      double t = (double) i / count;
      double z = low + (high - low) * random.nextDouble();
      double bx = x + (random.nextDouble() * 2 - 1) * radius;
      view.project(bx, y, z, p);
      double r = view.pixelsPerMetre(bx, y, z) * radius * random.nextDouble(0.04, 0.26) * (1.3 - t);
      double lit =
          0.42
              + 0.5 * t
              + 0.4 * (z - low) / Math.max(0.1, high - low)
              + random.nextDouble(-0.1, 0.1);
      g.setColor(Paints.clear(Paints.times(leaf, lit), 190));
      g.fill(new Ellipse2D.Double(p[0] - 1.2 * r, p[1] - 0.8 * r, 2.4 * r, 1.6 * r));
    }
  }

  private Color leaf() {
    return new Color(66 + random.nextInt(36), 78 + random.nextInt(28), 48 + random.nextInt(20));
  }

  private void bush(double x, double y, double tall, Color leaf) {
    blobs(x, y, 0, tall, 0.8, 170, leaf);
  }

  private void tree(double x, double y) {
    double trunk = random.nextDouble(1.6, 3);
    fill(
        new Color(78, 64, 50),
        x - 0.16,
        y,
        0,
        x + 0.16,
        y,
        0,
        x + 0.12,
        y,
        trunk + 1,
        x - 0.12,
        y,
        trunk + 1);
    double radius = random.nextDouble(1.6, 3);
    blobs(x, y, trunk, trunk + 2 * radius, radius, 650, leaf());
  }

  private void post(double x, double y) {
    fill(
        new Color(228, 228, 224),
        x - 0.06,
        y,
        0,
        x + 0.06,
        y,
        0,
        x + 0.06,
        y,
        0.95,
        x - 0.06,
        y,
        0.95);
    fill(
        new Color(30, 30, 32),
        x - 0.06,
        y,
        0.65,
        x + 0.06,
        y,
        0.65,
        x + 0.06,
        y,
        0.85,
        x - 0.06,
        y,
        0.85);
  }

  private void sign(double x, double y) {
    fill(
        new Color(140, 142, 144),
        x - 0.03,
        y,
        0,
        x + 0.03,
        y,
        0,
        x + 0.03,
        y,
        2.2,
        x - 0.03,
        y,
        2.2);
    double[] p = new double[3];
    view.project(x, y, 2.4, p);
    double r = 0.38 * view.pixelsPerMetre(x, y, 2.4);
    switch (random.nextInt(3)) {
      case 0 -> {
        g.setColor(new Color(200, 24, 30));
        g.fill(new Ellipse2D.Double(p[0] - r, p[1] - r, 2 * r, 2 * r));
        g.setColor(new Color(240, 240, 238));
        g.fill(new Ellipse2D.Double(p[0] - 0.74 * r, p[1] - 0.74 * r, 1.48 * r, 1.48 * r));
      }
      case 1 ->
          fill(
              new Color(30, 74, 160),
              x - 0.4,
              y,
              1.9,
              x + 0.4,
              y,
              1.9,
              x + 0.4,
              y,
              2.7,
              x - 0.4,
              y,
              2.7);
      default -> {
        fill(new Color(200, 24, 30), x - 0.42, y, 2.0, x + 0.42, y, 2.0, x, y, 2.75);
        fill(new Color(240, 240, 238), x - 0.26, y, 2.09, x + 0.26, y, 2.09, x, y, 2.56);
      }
    }
  }

  private void rail(double x) {
    for (double y = 8; y < 200; y += 4) {
      fill(
          new Color(120, 123, 126),
          x - 0.05,
          y,
          0,
          x + 0.05,
          y,
          0,
          x + 0.05,
          y,
          0.7,
          x - 0.05,
          y,
          0.7);
    }
    fill(new Color(168, 171, 174), x, 6, 0.5, x, 200, 0.5, x, 200, 0.62, x, 6, 0.62);
    fill(new Color(134, 137, 140), x, 6, 0.62, x, 200, 0.62, x, 200, 0.66, x, 6, 0.66);
    fill(new Color(176, 179, 182), x, 6, 0.66, x, 200, 0.66, x, 200, 0.78, x, 6, 0.78);
  }
}
