package eu.passage.recognition.render;

import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Cars: hatchbacks, saloons, estates, off-roaders and people carriers. */
final class CarDesign {

  private static final int DETAIL = 130;

  private enum Body {
    HATCHBACK,
    SALOON,
    ESTATE,
    OFF_ROADER,
    CARRIER
  }

  private final RandomGenerator random;
  private final Color paint;
  private final Body body;
  private final double length;
  private final double halfWidth;
  private final double bonnet;
  private final double roof;
  private final Loft loft;
  private final Profile profile;

  CarDesign(Color paint, RandomGenerator random) {
    this.random = random;
    this.paint = paint;
    this.body = Body.values()[random.nextInt(Body.values().length)];
    boolean tall = body == Body.OFF_ROADER || body == Body.CARRIER;
    this.length =
        switch (body) {
          case HATCHBACK -> random.nextDouble(3.7, 4.3);
          case SALOON, ESTATE -> random.nextDouble(4.4, 4.9);
          case OFF_ROADER -> random.nextDouble(4.2, 4.8);
          case CARRIER -> random.nextDouble(4.1, 4.6);
        };
    this.halfWidth = random.nextDouble(0.86, 0.93) + (tall ? 0.02 : 0);
    this.bonnet = random.nextDouble(0.72, 0.8) + (body == Body.OFF_ROADER ? 0.2 : tall ? 0.1 : 0);
    this.roof = random.nextDouble(1.42, 1.5) + (body == Body.OFF_ROADER ? 0.2 : tall ? 0.17 : 0);
    this.profile = profile();
    this.loft =
        new Loft(
            profile,
            halfWidth,
            bonnet + 0.2,
            random.nextDouble(0.3, 0.42),
            0.11,
            random.nextDouble(0.16, 0.32),
            random.nextDouble(0.06, 0.16),
            0.24);
  }

  private Profile profile() {
    double cowl = bonnet + random.nextDouble(0.16, 0.24);
    double bonnetLength = body == Body.CARRIER ? 0.75 : random.nextDouble(0.85, 1.1);
    double screen = random.nextDouble(0.62, 0.82);
    double roofStart = -bonnetLength - screen;
    double[] rearTop;
    double[] rearBelt;
    double[] deck;
    switch (body) {
      case SALOON -> {
        rearTop = new double[] {-length + 1.35, roof - 0.06, 0.2};
        rearBelt = new double[] {-length + 0.62, bonnet + 0.28, 0.12};
        deck = new double[] {-length + 0.06, bonnet + 0.22, 0.06};
      }
      case ESTATE, OFF_ROADER, CARRIER -> {
        rearTop = new double[] {-length + random.nextDouble(0.3, 0.5), roof - 0.05, 0.1};
        rearBelt = new double[] {-length + 0.1, bonnet + 0.24, 0.08};
        deck = new double[] {-length + 0.05, bonnet + 0.14, 0.04};
      }
      default -> {
        rearTop = new double[] {-length + random.nextDouble(0.5, 0.75), roof - 0.06, 0.15};
        rearBelt = new double[] {-length + 0.16, bonnet + 0.24, 0.1};
        deck = new double[] {-length + 0.07, bonnet + 0.14, 0.05};
      }
    }
    return new Profile(
        new double[] {-0.1, 0.2, 0.02},
        new double[] {0, 0.42, 0.08},
        new double[] {-0.04, bonnet - 0.14, 0.06},
        new double[] {-0.16, bonnet, 0.1},
        new double[] {-bonnetLength, cowl, 0.12},
        new double[] {roofStart, roof - 0.03, 0.2},
        new double[] {(roofStart + rearTop[0]) / 2, roof + 0.02, 0.4},
        rearTop,
        rearBelt,
        deck,
        new double[] {-length + 0.05, 0.62, 0.05},
        new double[] {-length, 0.5, 0.05},
        new double[] {-length + 0.08, 0.24, 0.02});
  }

  VehicleModel build() {
    Skin strip =
        Skin.paint(
            -halfWidth,
            0,
            halfWidth,
            profile.length(),
            DETAIL,
            paint,
            g -> {
              new CarFace(new Brush(g, 0, 1), paint, halfWidth, random)
                  .paint(profile.mark(2), profile.mark(3), profile.mark(4), profile.mark(5));
              double end = profile.length();
              new CarTail(new Brush(g, end, -1), paint, halfWidth, random)
                  .paint(
                      end - profile.mark(11),
                      end - profile.mark(9),
                      end - profile.mark(8),
                      end - profile.mark(7));
            });
    Skin side =
        Skin.paint(-length, 0.1, 0, roof + 0.1, DETAIL, paint, g -> side(new Brush(g, 0, 1)));
    List<Part> parts = new ArrayList<>(loft.parts(strip, side, 1));
    Wheels.add(parts, halfWidth, random.nextDouble(0.31, 0.36), 0.22, -0.82, -length + 0.78);
    parts.addAll(
        Solids.box(
            -length + 0.2,
            -halfWidth + 0.08,
            0.16,
            -0.2,
            halfWidth - 0.08,
            0.4,
            Skin.plain(Paints.DARK),
            0));
    double mirrorX = profile.x(profile.mark(4)) - 0.22;
    Skin mirror = Skin.plain(random.nextBoolean() ? paint : Paints.PLASTIC);
    for (int sign : new int[] {-1, 1}) {
      parts.add(
          Solids.ellipsoid(
              mirrorX, sign * (halfWidth + 0.06), bonnet + 0.27, 0.07, 0.12, 0.08, 0, mirror, 1));
    }
    boolean bumperPlate = body == Body.CARRIER || random.nextInt(4) == 0;
    Mount rear =
        bumperPlate
            ? new Mount(-length - 0.025, 0, 0.5, 0.03)
            : new Mount(-length - 0.01, 0, random.nextDouble(0.72, 0.8), 0.06);
    List<Lamp> lamps = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      lamps.add(new Lamp(-0.12, sign * (halfWidth - 0.24), bonnet - 0.08, true, 0.08));
      lamps.add(new Lamp(-length, sign * (halfWidth - 0.2), bonnet + 0.05, false, 0.1));
    }
    return new VehicleModel(
        parts,
        length,
        2 * halfWidth,
        roof,
        Optional.of(new Mount(0.03, 0, random.nextDouble(0.38, 0.46), 0.02)),
        rear,
        lamps);
  }

  private void side(Brush brush) {
    double belt = bonnet + 0.2;
    double cowl = profile.x(profile.mark(4));
    double screenTop = profile.x(profile.mark(5));
    double rearTop = profile.x(profile.mark(7));
    double rearBelt = profile.x(profile.mark(8));
    Color glass = new Color(34, 40, 46);
    brush.poly(
        glass,
        cowl - 0.22,
        belt + 0.01,
        screenTop - 0.06,
        roof - 0.1,
        rearTop - 0.02,
        roof - 0.12,
        rearBelt + 0.28,
        belt + 0.03);
    double pillar = (screenTop + rearTop) / 2;
    brush.box(Paints.times(paint, 0.5), pillar - 0.06, belt, pillar + 0.05, roof - 0.09, 0);
    Color seam = Paints.times(paint, 0.55);
    for (double x : new double[] {cowl - 0.1, pillar, rearTop - 0.05}) {
      brush.line(seam, 0.012, x, 0.36, x, belt);
    }
    brush.line(Paints.times(paint, 0.7), 0.03, -0.4, belt - 0.14, -length + 0.3, belt - 0.08);
    brush.box(Paints.PLASTIC, -length, 0, 0, 0.32, 0);
    for (double x : new double[] {-0.82, -length + 0.78}) {
      brush.oval(Paints.DARK, x, 0.34, 0.4, 0.4);
    }
    brush.box(new Color(150, 24, 22), -length, belt - 0.2, -length + 0.24, belt - 0.02, 0.03);
    brush.box(new Color(200, 204, 206), -0.42, bonnet - 0.14, -0.05, bonnet - 0.02, 0.03);
  }
}
