package eu.passage.recognition.render;

import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Panel vans and minibuses: a short nose, a steep windscreen and a tall box in one piece. */
final class VanDesign {

  private static final int DETAIL = 110;

  private final RandomGenerator random;
  private final Color paint;
  private final double length;
  private final double halfWidth;
  private final double nose;
  private final double roof;
  private final boolean windows;
  private final Profile profile;

  VanDesign(Color paint, RandomGenerator random) {
    this.random = random;
    this.paint = paint;
    boolean small = random.nextInt(4) == 0;
    this.length = small ? random.nextDouble(4.3, 4.6) : random.nextDouble(5.0, 6.0);
    this.halfWidth = small ? random.nextDouble(0.9, 0.93) : random.nextDouble(0.97, 1.03);
    this.nose = small ? random.nextDouble(0.92, 1.0) : random.nextDouble(1.05, 1.18);
    this.roof = small ? random.nextDouble(1.8, 1.9) : random.nextDouble(2.0, 2.65);
    this.windows = random.nextInt(3) == 0;
    double cowl = nose + random.nextDouble(0.18, 0.28);
    double screenTop = Math.min(roof - 0.08, cowl + random.nextDouble(0.68, 0.8));
    double bonnet = random.nextDouble(0.6, 0.85);
    double header = -bonnet - random.nextDouble(0.55, 0.75);
    this.profile =
        new Profile(
            new double[] {-0.08, 0.26, 0.02},
            new double[] {0, 0.5, 0.08},
            new double[] {-0.05, nose - 0.12, 0.06},
            new double[] {-0.18, nose, 0.1},
            new double[] {-bonnet, cowl, 0.08},
            new double[] {header, screenTop, 0.1},
            new double[] {header - 1.3 * (roof - screenTop) - 0.2, roof, 0.4},
            new double[] {-length + 0.08, roof - 0.04, 0.1},
            new double[] {-length + 0.02, 0.62, 0.03},
            new double[] {-length, 0.55, 0.03},
            new double[] {-length + 0.05, 0.3, 0.02});
  }

  VehicleModel build() {
    Loft loft =
        new Loft(
            profile,
            halfWidth,
            nose + 0.2,
            random.nextDouble(0.04, 0.12),
            0.1,
            random.nextDouble(0.16, 0.28),
            0.03,
            0.3);
    double end = profile.length();
    Skin strip =
        Skin.paint(
            -halfWidth,
            0,
            halfWidth,
            end,
            DETAIL,
            paint,
            g -> {
              new CarFace(new Brush(g, 0, 1), paint, halfWidth, random)
                  .paint(profile.mark(2), profile.mark(3), profile.mark(4), profile.mark(5));
              doors(new Brush(g, end, -1), end - profile.mark(8), end - profile.mark(7));
            });
    Skin side = Skin.paint(-length, 0.1, 0, roof + 0.1, 90, paint, g -> side(new Brush(g, 0, 1)));
    List<Part> parts = new ArrayList<>(loft.parts(strip, side, 0.9));
    Wheels.add(parts, halfWidth, 0.35, 0.24, -0.95, -length + 1.1);
    parts.addAll(
        Solids.box(
            -length + 0.2,
            -halfWidth + 0.08,
            0.2,
            -0.2,
            halfWidth - 0.08,
            0.45,
            Skin.plain(Paints.DARK),
            0));
    Skin mirror = Skin.plain(Paints.PLASTIC);
    double mirrorX = profile.x(profile.mark(4)) - 0.2;
    for (int sign : new int[] {-1, 1}) {
      parts.add(
          Solids.ellipsoid(
              mirrorX, sign * (halfWidth + 0.12), nose + 0.4, 0.07, 0.13, 0.17, 0, mirror, 0.4));
    }
    List<Lamp> lamps = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      lamps.add(new Lamp(-0.14, sign * (halfWidth - 0.24), nose - 0.1, true, 0.09));
      lamps.add(new Lamp(-length, sign * (halfWidth - 0.1), 0.95, false, 0.09));
    }
    return new VehicleModel(
        parts,
        length,
        2 * halfWidth,
        roof,
        Optional.of(new Mount(0.03, 0, random.nextDouble(0.44, 0.52), 0.02)),
        new Mount(
            -length - 0.02, random.nextBoolean() ? 0 : 0.38, random.nextDouble(0.8, 1.0), 0.02),
        lamps);
  }

  /** Two doors with hinges, windows or none, upright lamps. */
  private void doors(Brush brush, double bumper, double header) {
    Color seam = Paints.times(paint, 0.5);
    brush.box(Paints.PLASTIC, -halfWidth, 0, halfWidth, bumper, 0);
    brush.line(seam, 0.02, 0, bumper, 0, header - 0.08);
    brush.lines(seam, 0.016, 0.86 * halfWidth, bumper, 0.84 * halfWidth, header - 0.06);
    brush.line(seam, 0.016, -0.84 * halfWidth, header - 0.06, 0.84 * halfWidth, header - 0.06);
    double low = bumper + 0.62 * (header - bumper);
    double high = header - random.nextDouble(0.14, 0.3);
    if (random.nextInt(3) > 0) {
      Color glass = new Color(40, 46, 52);
      brush.boxes(Paints.DARK, 0.06 * halfWidth, low - 0.02, 0.8 * halfWidth, high + 0.02, 0.05);
      brush.boxes(
          brush.fade(low, glass, high, new Color(84, 96, 106)),
          0.08 * halfWidth,
          low,
          0.78 * halfWidth,
          high,
          0.04);
    } else {
      brush.boxes(Paints.times(paint, 0.93), 0.1 * halfWidth, low, 0.76 * halfWidth, high, 0.05);
    }
    brush.boxes(
        Paints.times(paint, 0.9), 0.1 * halfWidth, bumper + 0.1, 0.76 * halfWidth, low - 0.1, 0.04);
    brush.box(Paints.DARK, 0.03, bumper + 0.5, 0.1, bumper + 0.62, 0.01);
    for (double y : new double[] {bumper + 0.2, (bumper + header) / 2, header - 0.25}) {
      brush.boxes(seam, 0.84 * halfWidth, y, 0.9 * halfWidth, y + 0.05, 0.01);
    }
    double top = bumper + random.nextDouble(0.45, 0.7);
    brush.boxes(new Color(170, 22, 24), 0.9 * halfWidth, bumper + 0.1, halfWidth, top, 0.02);
    brush.boxes(new Color(214, 130, 40), 0.9 * halfWidth, top - 0.14, halfWidth, top - 0.03, 0.01);
    brush.boxes(
        new Color(226, 222, 216), 0.9 * halfWidth, bumper + 0.2, halfWidth, bumper + 0.28, 0.01);
  }

  private void side(Brush brush) {
    double belt = nose + 0.22;
    double screenTop = profile.x(profile.mark(5));
    double cowl = profile.x(profile.mark(4));
    double top = profile.z(profile.mark(5)) - 0.06;
    Color glass = new Color(34, 40, 46);
    brush.poly(
        glass,
        cowl - 0.25,
        belt,
        screenTop - 0.05,
        top,
        screenTop - 0.75,
        top,
        screenTop - 0.75,
        belt);
    if (windows) {
      for (double x = screenTop - 0.95; x > -length + 1.1; x -= 1.25) {
        brush.box(glass, x - 1.1, belt, x, top, 0.04);
      }
    }
    Color seam = Paints.times(paint, 0.6);
    brush.line(seam, 0.02, screenTop - 0.85, 0.4, screenTop - 0.85, roof - 0.2);
    brush.line(seam, 0.02, screenTop - 2.0, 0.4, screenTop - 2.0, roof - 0.2);
    brush.box(Paints.PLASTIC, -length, 0.6, 0, 0.72, 0);
    brush.box(Paints.PLASTIC, -length, 0, 0, 0.38, 0);
    for (double x : new double[] {-0.95, -length + 1.1}) {
      brush.oval(Paints.DARK, x, 0.36, 0.42, 0.42);
    }
    brush.box(new Color(160, 22, 24), -length, 0.75, -length + 0.14, 1.3, 0.02);
  }
}
