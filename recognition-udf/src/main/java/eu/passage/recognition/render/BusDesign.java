package eu.passage.recognition.render;

import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Town buses and coaches: a box with a tall windscreen, a destination sign and windows all along.
 */
final class BusDesign {

  private static final int DETAIL = 80;
  private static final double HALF = 1.26;

  private final RandomGenerator random;
  private final Color paint;
  private final boolean coach;
  private final double length;
  private final double roof;
  private final double sill;
  private final Profile profile;

  BusDesign(Color paint, RandomGenerator random) {
    this.random = random;
    this.paint = paint;
    this.coach = random.nextInt(5) < 2;
    this.length = random.nextDouble(10.5, 12.5);
    this.roof = coach ? random.nextDouble(3.4, 3.7) : random.nextDouble(2.9, 3.15);
    this.sill = coach ? random.nextDouble(1.1, 1.3) : random.nextDouble(0.9, 1.05);
    this.profile =
        new Profile(
            new double[] {-0.04, 0.28, 0.02},
            new double[] {0, 0.5, 0.05},
            new double[] {-0.02, sill, 0.05},
            new double[] {-0.2 - (coach ? 0.25 : 0), roof - 0.2, 0.2},
            new double[] {-0.6, roof, 0.2},
            new double[] {-length + 0.3, roof, 0.2},
            new double[] {-length + 0.03, roof - 0.25, 0.15},
            new double[] {-length, 0.6, 0.05},
            new double[] {-length + 0.05, 0.3, 0.02});
  }

  VehicleModel build() {
    Loft loft = new Loft(profile, HALF, 1.2, 0.03, 0.12, random.nextDouble(0.06, 0.2), 0.05, 0.3);
    double end = profile.length();
    Skin strip =
        Skin.paint(
            -HALF,
            0,
            HALF,
            end,
            DETAIL,
            paint,
            g -> {
              face(new Brush(g, 0, 1), profile.mark(2), profile.mark(3));
              tail(new Brush(g, end, -1), end - profile.mark(6));
              Brush top = new Brush(g, 0, 1);
              double roofStart = profile.mark(4) + 0.5;
              top.box(
                  Paints.mix(paint, new Color(205, 207, 208), 0.6),
                  -HALF + 0.1,
                  roofStart,
                  HALF - 0.1,
                  profile.mark(5) - 0.3,
                  0.1);
              top.box(new Color(170, 173, 175), -0.7, roofStart + 2, 0.7, roofStart + 4.5, 0.1);
            });
    Skin side = Skin.paint(-length, 0.2, 0, roof, 60, paint, g -> side(new Brush(g, 0, 1)));
    List<Part> parts = new ArrayList<>(loft.parts(strip, side, 0.8));
    Wheels.add(parts, HALF, 0.48, 0.3, -2.7, -length + 3.3);
    parts.addAll(
        Solids.box(
            -length + 0.2, -HALF + 0.1, 0.2, -0.2, HALF - 0.1, 0.5, Skin.plain(Paints.DARK), 0));
    Skin mirror = Skin.plain(Paints.PLASTIC);
    double mirrorTop = roof - 0.5;
    for (int sign : new int[] {-1, 1}) {
      parts.add(
          Solids.ellipsoid(
              0.25, sign * (HALF + 0.14), mirrorTop - 0.2, 0.09, 0.11, 0.24, 0, mirror, 0.4));
      parts.add(
          Solids.bar(
              new double[] {-0.2, sign * (HALF - 0.1), mirrorTop + 0.1},
              new double[] {0.25, sign * (HALF + 0.14), mirrorTop},
              0.03,
              0.03,
              mirror,
              0.4));
    }
    List<Lamp> lamps = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      lamps.add(new Lamp(-0.03, sign * (HALF - 0.26), 0.72, true, 0.1));
      lamps.add(new Lamp(-length, sign * (HALF - 0.12), 1.0, false, 0.1));
    }
    return new VehicleModel(
        parts,
        length,
        2 * HALF,
        roof,
        Optional.of(new Mount(0.03, 0, random.nextDouble(0.46, 0.54), 0.01)),
        new Mount(-length - 0.02, 0, random.nextDouble(0.75, 1.0), 0.01),
        lamps);
  }

  private void face(Brush brush, double sillMark, double top) {
    brush.box(Paints.PLASTIC, -HALF, 0, HALF, 0.1, 0);
    double lamp = sillMark - random.nextDouble(0.28, 0.42);
    brush.boxes(new Color(40, 42, 46), 0.55 * HALF, lamp - 0.02, 0.97 * HALF, lamp + 0.2, 0.07);
    brush.ovals(new Color(228, 232, 235), 0.68 * HALF, lamp + 0.09, 0.075, 0.075);
    brush.ovals(new Color(228, 232, 235), 0.84 * HALF, lamp + 0.09, 0.075, 0.075);
    brush.box(Paints.times(paint, 0.7), -0.42 * HALF, lamp, 0.42 * HALF, lamp + 0.16, 0.02);
    for (int i = 1; i < 4; i++) {
      brush.line(Paints.DARK, 0.015, -0.42 * HALF, lamp + 0.04 * i, 0.42 * HALF, lamp + 0.04 * i);
    }
    double low = sillMark + 0.02;
    brush.poly(
        Paints.DARK, -0.97 * HALF, low, 0.97 * HALF, low, 0.95 * HALF, top, -0.95 * HALF, top);
    Glass.window(brush, random, 0.93 * HALF, low + 0.05, 0.91 * HALF, top - 0.42);
    brush.line(Paints.DARK, 0.03, 0, low, 0, top - 0.4);
    brush.line(Paints.DARK, 0.025, 0.1, low + 0.05, 0.7, low + 0.5);
    brush.line(Paints.DARK, 0.025, -0.9, low + 0.05, -0.25, low + 0.5);
    sign(brush, top - 0.36, top - 0.1);
  }

  /** The destination in dots; they spell nothing. */
  private void sign(Brush brush, double low, double high) {
    if (coach) {
      return;
    }
    Color dots = random.nextBoolean() ? new Color(240, 170, 40) : new Color(225, 230, 235);
    double x = -0.62 * HALF;
    while (x < 0.6 * HALF) {
      double wide = 0.05 + 0.05 * random.nextDouble();
      if (random.nextInt(6) > 0) {
        brush.box(dots, x, low + 0.04, x + 0.018, high - 0.04, 0);
        double y = low + 0.04 + random.nextDouble() * (high - low - 0.1);
        brush.box(dots, x, y, x + wide, y + 0.025, 0);
        brush.box(dots, x, high - 0.065, x + wide, high - 0.04, 0);
      }
      x += wide + 0.045;
    }
  }

  private void tail(Brush brush, double top) {
    brush.box(Paints.PLASTIC, -HALF, 0, HALF, 0.16, 0);
    double low = random.nextDouble(1.15, 1.5);
    double high = top - 0.25;
    if (random.nextInt(3) > 0) {
      Glass.window(brush, random, 0.82 * HALF, low, 0.8 * HALF, high);
    }
    brush.box(Paints.times(paint, 0.85), -0.8 * HALF, 0.3, 0.8 * HALF, low - 0.15, 0.03);
    for (int i = 0; i < 6; i++) {
      double y = 0.78 + 0.05 * i;
      brush.line(Paints.times(paint, 0.5), 0.018, -0.72 * HALF, y, 0.72 * HALF, y);
    }
    Color red = new Color(176, 22, 24);
    for (int i = 0; i < 3; i++) {
      double y = 0.35 + 0.2 * i;
      brush.ovals(Paints.DARK, 0.89 * HALF, y, 0.085, 0.085);
      brush.ovals(i == 1 ? new Color(218, 136, 40) : red, 0.89 * HALF, y, 0.07, 0.07);
    }
    brush.boxes(red, 0.7 * HALF, top - 0.12, 0.85 * HALF, top - 0.06, 0.01);
  }

  private void side(Brush brush) {
    Color glass = new Color(36, 42, 48);
    double low = sill + 0.12;
    double high = roof - 0.35;
    for (double x = -0.4; x > -length + 1.2; x -= 1.5) {
      brush.box(glass, x - 1.4, low, x, high, 0.05);
      brush.poly(
          new Color(70, 82, 92),
          x - 1.1,
          low + 0.05,
          x - 0.8,
          low + 0.05,
          x - 0.3,
          high,
          x - 0.6,
          high);
    }
    Color stripe = random.nextBoolean() ? Paints.times(paint, 0.7) : Paints.times(paint, 1.2);
    brush.box(stripe, -length, sill - 0.3, 0, sill - 0.12, 0);
    for (double x : new double[] {-2.7, -length + 3.3}) {
      brush.oval(Paints.DARK, x, 0.48, 0.6, 0.56);
    }
    brush.box(glass, -1.9, 0.35, -0.75, high, 0.03);
  }
}
