package eu.passage.recognition.render;

import eu.passage.avro.Colour;
import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lorries: a cab over the engine, and a box or curtain body, rigid or as a semi-trailer. */
final class TruckDesign {

  private static final double HALF = 1.25;

  private final RandomGenerator random;
  private final Color paint;
  private final Color load;
  private final double cabTop;
  private final double cabHalf;
  private final double boxFront;
  private final double boxTop;
  private final double floor;
  private final double length;
  private final boolean deflector;

  TruckDesign(Color paint, Colour colour, RandomGenerator random) {
    this.random = random;
    this.paint = paint;
    boolean articulated = random.nextInt(5) < 3;
    boolean light = !articulated && random.nextInt(3) == 0;
    this.cabHalf = light ? random.nextDouble(1.0, 1.08) : random.nextDouble(1.2, 1.25);
    this.cabTop = light ? random.nextDouble(2.3, 2.5) : random.nextDouble(2.75, 3.5);
    this.boxFront = light ? -1.9 : random.nextDouble(-2.5, -2.3);
    this.boxTop = light ? random.nextDouble(3.0, 3.3) : random.nextDouble(3.5, 4.0);
    this.floor = light ? 0.9 : 1.15;
    this.length =
        articulated ? 16.2 : light ? random.nextDouble(6.5, 7.5) : random.nextDouble(8, 10.5);
    this.deflector = random.nextInt(3) > 0;
    // a rear view shows only the body, so the body bears the colour
    this.load = random.nextInt(4) == 0 ? Paints.times(paint, 0.94) : Paints.shade(colour, random);
  }

  VehicleModel build() {
    List<Part> parts = new ArrayList<>();
    double sill = random.nextDouble(1.35, 1.5);
    cab(parts, sill);
    body(parts);
    chassis(parts);
    List<Lamp> lamps = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      lamps.add(new Lamp(0, sign * (cabHalf - 0.22), 0.68, true, 0.1));
      lamps.add(new Lamp(-length, sign * (HALF - 0.22), 0.85, false, 0.1));
    }
    return new VehicleModel(
        parts,
        length,
        2 * HALF,
        Math.max(boxTop, cabTop),
        Optional.of(new Mount(0.04, 0, random.nextDouble(0.42, 0.5), 0.01)),
        new Mount(
            -length - 0.03, random.nextInt(3) == 0 ? 0.5 : 0, random.nextDouble(0.75, 0.88), 0.01),
        lamps);
  }

  private void cab(List<Part> parts, double sill) {
    Profile profile =
        new Profile(
            new double[] {-0.03, 0.3, 0.02},
            new double[] {0, 0.5, 0.04},
            new double[] {0, sill, 0.05},
            new double[] {-0.18, cabTop - 0.35, 0.12},
            new double[] {-0.5, cabTop, 0.25},
            new double[] {boxFront + 0.3, cabTop + 0.04, 0.05},
            new double[] {boxFront + 0.25, 0.8, 0.02});
    Loft loft = new Loft(profile, cabHalf, sill, 0.04, 0.14, random.nextDouble(0.1, 0.2), 0, 0.45);
    TruckFace face = new TruckFace(paint, cabHalf, random);
    Skin strip =
        Skin.paint(
            -cabHalf,
            0,
            cabHalf,
            profile.length(),
            100,
            paint,
            g -> face.paint(new Brush(g, 0, 1), profile.mark(2), profile.mark(3)));
    Skin side =
        Skin.paint(
            boxFront,
            0.2,
            0.1,
            cabTop + 0.1,
            70,
            paint,
            g -> {
              Brush brush = new Brush(g, 0, 1);
              brush.poly(
                  new Color(36, 42, 48),
                  -0.3,
                  sill,
                  -0.4,
                  cabTop - 0.5,
                  -1.35,
                  cabTop - 0.5,
                  -1.35,
                  sill - 0.1);
              brush.line(Paints.times(paint, 0.6), 0.02, -1.5, 0.5, -1.5, cabTop - 0.3);
              brush.oval(Paints.DARK, -1.35, 0.5, 0.62, 0.6);
              brush.box(Paints.PLASTIC, boxFront, 0.2, 0.1, 0.55, 0);
            });
    parts.addAll(loft.parts(strip, side, 0.85));
    if (deflector && boxTop > cabTop + 0.25) {
      Skin skin = Skin.plain(paint);
      parts.add(
          Part.grid(
              6,
              8,
              (a, b, out) -> {
                double t = 2 * b - 1;
                out[0] = -0.75 + a * (boxFront + 0.95) - 0.2 * t * t;
                out[1] = t * (cabHalf - 0.16);
                out[2] = cabTop - 0.02 + (boxTop - cabTop - 0.1) * Math.sin(a * Math.PI / 2);
                out[3] = 0.5;
                out[4] = 0.5;
              },
              skin,
              0.8));
    }
    Skin mirror = Skin.plain(random.nextBoolean() ? Paints.PLASTIC : paint);
    for (int sign : new int[] {-1, 1}) {
      parts.add(
          Solids.ellipsoid(
              -0.1, sign * (cabHalf + 0.17), sill + 0.55, 0.1, 0.12, 0.36, 0, mirror, 0.4));
    }
  }

  private void body(List<Part> parts) {
    Profile profile =
        new Profile(
            new double[] {boxFront, floor, 0.01},
            new double[] {boxFront, boxTop, 0.03},
            new double[] {-length, boxTop, 0.02},
            new double[] {-length, floor, 0.01});
    Loft loft = new Loft(profile, HALF + 0.02, 5, 0, 0.03, 0, 0, floor);
    double end = profile.length();
    Skin strip =
        Skin.paint(
            -HALF - 0.02,
            0,
            HALF + 0.02,
            end,
            70,
            load,
            g -> {
              Brush top = new Brush(g, 0, 1);
              top.box(
                  Paints.mix(load, new Color(200, 202, 203), 0.5),
                  -HALF + 0.05,
                  profile.mark(1) + 0.1,
                  HALF - 0.05,
                  profile.mark(2) - 0.1,
                  0);
              new TruckDoors(new Brush(g, end, -1), load, HALF, boxTop - floor, random).paint();
            });
    Skin side =
        Skin.paint(
            -length,
            floor,
            boxFront,
            boxTop,
            40,
            load,
            g -> {
              Brush brush = new Brush(g, 0, 1);
              Color fold = Paints.times(load, 0.88);
              for (double x = boxFront - 0.6; x > -length; x -= 0.62) {
                brush.line(fold, 0.05, x, floor, x, boxTop);
              }
              brush.box(Paints.times(load, 0.6), -length, floor, boxFront, floor + 0.14, 0);
              brush.box(Paints.times(load, 0.75), -length, boxTop - 0.1, boxFront, boxTop, 0);
            });
    parts.addAll(loft.parts(strip, side, 0.25));
  }

  private void chassis(List<Part> parts) {
    Skin dark = Skin.plain(Paints.DARK);
    parts.addAll(Solids.box(-length + 0.1, -0.75, 0.65, boxFront + 0.3, 0.75, floor, dark, 0));
    Skin bumper =
        Skin.paint(
            0,
            0,
            1,
            1,
            120,
            new Color(64, 66, 70),
            g -> {
              Brush brush = new Brush(g, 0, 1);
              Color red = new Color(180, 22, 24);
              for (double x : new double[] {0.02, 0.84}) {
                brush.box(red, x, 0.2, x + 0.07, 0.8, 0.02);
                brush.box(new Color(220, 140, 40), x + 0.075, 0.2, x + 0.115, 0.8, 0.02);
                brush.box(new Color(190, 188, 184), x + 0.12, 0.25, x + 0.14, 0.75, 0.01);
              }
            });
    parts.addAll(
        Solids.box(-length, -HALF + 0.04, 0.66, -length + 0.12, HALF - 0.04, 0.94, bumper, 0.2));
    parts.addAll(
        Solids.box(-length + 0.02, -HALF + 0.1, 0.42, -length + 0.1, HALF - 0.1, 0.54, dark, 0));
    parts.addAll(Solids.box(-length + 1, -HALF + 0.3, 0.2, -0.4, HALF - 0.3, 0.6, dark, 0));
    if (length > 14) {
      Wheels.add(parts, HALF, 0.5, 0.36, -1.35, -5.2, -length + 2.2, -length + 3.5, -length + 4.8);
    } else {
      Wheels.add(parts, HALF, 0.47, 0.34, -1.35, -length + 2);
    }
  }
}
