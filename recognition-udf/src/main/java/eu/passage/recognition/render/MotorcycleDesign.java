package eu.passage.recognition.render;

import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Motorcycles with a rider whose helmet is closed. */
final class MotorcycleDesign {

  private final RandomGenerator random;
  private final Color paint;
  private final Skin body;
  private final Skin leather;
  private final Skin dark = Skin.plain(Paints.DARK);
  private final List<Part> parts = new ArrayList<>();

  MotorcycleDesign(Color paint, RandomGenerator random) {
    this.random = random;
    this.paint = paint;
    this.body = Skin.plain(paint);
    int tone = 26 + random.nextInt(40);
    this.leather = Skin.plain(new Color(tone, tone, tone + 4));
  }

  VehicleModel build() {
    double length = random.nextDouble(2.05, 2.25);
    double seat = random.nextDouble(0.78, 0.86);
    wheel(-0.32);
    wheel(-length + 0.34);
    machine(length, seat);
    rider(seat, -length + 0.98);
    boolean cases = random.nextInt(3) == 0;
    if (cases) {
      for (int sign : new int[] {-1, 1}) {
        parts.addAll(
            Solids.box(
                -length + 0.25,
                sign * 0.24 - 0.1,
                0.45,
                -length + 0.75,
                sign * 0.24 + 0.12,
                0.82,
                body,
                0.5));
      }
    }
    Mount rear = new Mount(-length - 0.06, 0, random.nextDouble(0.56, 0.64), 0.25);
    return new VehicleModel(
        parts,
        length,
        0.85,
        seat + 0.85,
        Optional.empty(),
        rear,
        List.of(
            new Lamp(-0.28, 0, 0.95, true, 0.09), new Lamp(-length, 0, seat + 0.02, false, 0.07)));
  }

  private void wheel(double x) {
    parts.add(
        Part.grid(
            20,
            8,
            (a, b, out) -> {
              double round = 2 * Math.PI * b;
              double r = 0.25 + 0.07 * Math.cos(round);
              out[0] = x + r * Math.sin(2 * Math.PI * a);
              out[1] = 0.085 * Math.sin(round);
              out[2] = 0.32 - r * Math.cos(2 * Math.PI * a);
              out[3] = 0.5;
              out[4] = 0.5;
            },
            dark,
            0.1));
  }

  private void machine(double length, double seat) {
    double middle = -length / 2;
    parts.add(Solids.ellipsoid(middle, 0, 0.5, 0.45, 0.2, 0.24, 0, dark, 0.3));
    parts.add(Solids.ellipsoid(middle + 0.2, 0, 0.9, 0.32, 0.18, 0.16, 0, body, 1));
    parts.add(Solids.ellipsoid(-0.42, 0, 0.92, 0.2, 0.24, 0.25, -0.3, body, 1));
    parts.add(
        Solids.ellipsoid(
            -0.33, 0, 1.16, 0.05, 0.16, 0.15, -0.4, Skin.plain(new Color(58, 66, 72)), 0.9));
    parts.add(
        Solids.ellipsoid(
            -0.24, 0, 0.93, 0.04, 0.11, 0.08, 0, Skin.plain(new Color(220, 225, 228)), 0.6));
    parts.add(Solids.ellipsoid(-length + 0.42, 0, seat, 0.45, 0.16, 0.09, -0.1, body, 1));
    parts.add(Solids.ellipsoid(-length + 0.75, 0, seat + 0.02, 0.4, 0.17, 0.07, 0, dark, 0.2));
    Skin red = Skin.plain(new Color(190, 24, 26));
    parts.add(Solids.ellipsoid(-length + 0.02, 0, seat + 0.02, 0.04, 0.11, 0.045, 0, red, 0.5));
    parts.addAll(
        Solids.box(-length - 0.03, -0.1, 0.46, -length + 0.3, 0.1, seat - 0.06, dark, 0.1));
    Skin chrome = Skin.plain(new Color(120, 122, 126));
    double side = random.nextBoolean() ? 1 : -1;
    parts.add(
        Solids.bar(
            new double[] {middle, side * 0.18, 0.36},
            new double[] {-length + 0.2, side * 0.24, 0.5},
            0.05,
            0.07,
            chrome,
            0.8));
    for (int sign : new int[] {-1, 1}) {
      parts.add(
          Solids.bar(
              new double[] {-0.3, sign * 0.08, 0.32},
              new double[] {-0.55, sign * 0.1, 0.95},
              0.035,
              0.035,
              chrome,
              0.7));
      parts.add(
          Solids.bar(
              new double[] {-0.6, 0, 1.05},
              new double[] {-0.7, sign * 0.37, 1.08},
              0.02,
              0.025,
              dark,
              0.3));
      parts.add(Solids.ellipsoid(-0.6, sign * 0.4, 1.24, 0.03, 0.07, 0.05, 0, dark, 0.6));
      Skin amber = Skin.plain(new Color(220, 130, 36));
      parts.add(
          Solids.ellipsoid(
              -length + 0.08, sign * 0.19, seat - 0.06, 0.03, 0.05, 0.03, 0, amber, 0.4));
      parts.add(Solids.ellipsoid(-0.35, sign * 0.27, 0.98, 0.03, 0.05, 0.03, 0, amber, 0.4));
    }
  }

  private void rider(double seat, double x) {
    Skin jacket = random.nextInt(4) == 0 ? Skin.plain(Paints.times(paint, 0.8)) : leather;
    parts.add(Solids.ellipsoid(x, 0, seat + 0.1, 0.2, 0.2, 0.14, 0, leather, 0.15));
    parts.add(Solids.ellipsoid(x + 0.14, 0, seat + 0.36, 0.16, 0.24, 0.32, 0.3, jacket, 0.15));
    Color helmetPaint =
        switch (random.nextInt(4)) {
          case 0 -> new Color(226, 228, 228);
          case 1 -> new Color(120, 124, 128);
          default -> new Color(28, 29, 32);
        };
    Skin helmet =
        Skin.paint(
            0,
            0,
            1,
            1,
            60,
            helmetPaint,
            g -> {
              // the closed visor looks forward: around u = 0 and u = 1
              Brush brush = new Brush(g, 0, 1);
              brush.box(new Color(22, 26, 30), 0, 0.42, 0.2, 0.64, 0.02);
              brush.box(new Color(22, 26, 30), 0.8, 0.42, 1, 0.64, 0.02);
              brush.box(Paints.times(paint, 0.8), 0.46, 0.3, 0.54, 1, 0);
              brush.box(new Color(30, 32, 36), 0, 0, 1, 0.2, 0);
            });
    parts.add(Solids.ellipsoid(x + 0.3, 0, seat + 0.82, 0.16, 0.13, 0.165, 0, helmet, 0.9));
    for (int sign : new int[] {-1, 1}) {
      double[] shoulder = {x + 0.22, sign * 0.22, seat + 0.54};
      double[] elbow = {x + 0.36, sign * 0.36, seat + 0.34};
      parts.add(Solids.bar(shoulder, elbow, 0.075, 0.06, jacket, 0.15));
      parts.add(
          Solids.bar(elbow, new double[] {-0.72, sign * 0.34, 1.1}, 0.06, 0.045, jacket, 0.15));
      double[] hip = {x, sign * 0.14, seat + 0.06};
      double[] knee = {x + 0.42, sign * 0.27, seat - 0.05};
      parts.add(Solids.bar(hip, knee, 0.1, 0.075, leather, 0.15));
      parts.add(
          Solids.bar(knee, new double[] {x + 0.2, sign * 0.25, 0.34}, 0.075, 0.05, leather, 0.15));
      parts.add(Solids.ellipsoid(x + 0.26, sign * 0.26, 0.3, 0.14, 0.05, 0.06, 0, dark, 0.2));
    }
  }
}
