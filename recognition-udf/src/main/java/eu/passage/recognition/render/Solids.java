package eu.passage.recognition.render;

import java.util.ArrayList;
import java.util.List;

/** Simple bodies: boxes, wheels, ellipsoids, bars. */
final class Solids {

  private Solids() {}

  /**
   * The sides, top and ends of a box between two corners, in one skin each; the bottom is left out.
   */
  static List<Part> box(
      double x0, double y0, double z0, double x1, double y1, double z1, Skin skin, double gloss) {
    List<Part> parts = new ArrayList<>();
    for (double x : new double[] {x0, x1}) {
      parts.add(
          Part.grid(
              3,
              3,
              (a, b, out) -> set(out, x, y0 + b * (y1 - y0), z0 + a * (z1 - z0), b, a),
              skin,
              gloss));
    }
    for (double y : new double[] {y0, y1}) {
      parts.add(
          Part.grid(
              3,
              6,
              (a, b, out) -> set(out, x0 + b * (x1 - x0), y, z0 + a * (z1 - z0), b, a),
              skin,
              gloss));
    }
    parts.add(
        Part.grid(
            6,
            3,
            (a, b, out) -> set(out, x0 + a * (x1 - x0), y0 + b * (y1 - y0), z1, a, b),
            skin,
            gloss));
    return parts;
  }

  /** A wheel on the ground: tread and the face turned outwards. */
  static List<Part> wheel(double x, double y, double radius, double width, Skin tyre, Skin rim) {
    double outer = y + Math.signum(y) * width / 2;
    Part tread =
        Part.grid(
            18,
            1,
            (a, b, out) ->
                set(
                    out,
                    x + radius * Math.sin(2 * Math.PI * a),
                    y + (b - 0.5) * width,
                    radius - radius * Math.cos(2 * Math.PI * a),
                    b,
                    a),
            tyre,
            0.05);
    Part face =
        Part.grid(
            18,
            2,
            (a, b, out) -> {
              double angle = 2 * Math.PI * a;
              double across = b * Math.sin(angle);
              double up = -b * Math.cos(angle);
              set(out, x + radius * across, outer, radius + radius * up, across, up);
            },
            rim,
            0.15);
    return List.of(tread, face);
  }

  /** An ellipsoid, leaning forward by {@code lean} metres of x for each metre of z. */
  static Part ellipsoid(
      double x,
      double y,
      double z,
      double rx,
      double ry,
      double rz,
      double lean,
      Skin skin,
      double gloss) {
    return Part.grid(
        12,
        18,
        (a, b, out) -> {
          double polar = Math.PI * a;
          double round = 2 * Math.PI * b;
          double up = rz * Math.cos(polar);
          set(
              out,
              x + rx * Math.sin(polar) * Math.cos(round) + lean * up,
              y + ry * Math.sin(polar) * Math.sin(round),
              z + up,
              b,
              1 - a);
        },
        skin,
        gloss);
  }

  /** A round bar from one point to another, thick at the ends as told. */
  static Part bar(double[] from, double[] to, double r0, double r1, Skin skin, double gloss) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double dz = to[2] - from[2];
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    // two directions across the bar
    double[] side = Math.abs(dz) > 0.9 * length ? new double[] {1, 0, 0} : new double[] {0, 0, 1};
    double[] u = cross(new double[] {dx / length, dy / length, dz / length}, side);
    double norm = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
    double[] v =
        cross(
            new double[] {dx / length, dy / length, dz / length},
            new double[] {u[0] / norm, u[1] / norm, u[2] / norm});
    return Part.grid(
        2,
        10,
        (a, b, out) -> {
          double r = r0 + a * (r1 - r0);
          double cos = r * Math.cos(2 * Math.PI * b);
          double sin = r * Math.sin(2 * Math.PI * b);
          set(
              out,
              from[0] + a * dx + cos * u[0] / norm + sin * v[0],
              from[1] + a * dy + cos * u[1] / norm + sin * v[1],
              from[2] + a * dz + cos * u[2] / norm + sin * v[2],
              b,
              a);
        },
        skin,
        gloss);
  }

  /** A flat picture facing forward (1) or backward (-1), leaning back from the vertical. */
  static Part board(
      VehicleModel.Mount mount,
      double width,
      double height,
      int direction,
      Skin skin,
      double gloss,
      double retro) {
    double cos = Math.cos(mount.tilt());
    double sin = Math.sin(mount.tilt());
    return Part.grid(
        2,
        8,
        (a, b, out) -> {
          double up = (a - 0.5) * height;
          set(
              out,
              mount.x() - direction * up * sin,
              mount.y() + direction * (b - 0.5) * width,
              mount.z() + up * cos,
              b * width,
              a * height);
        },
        skin,
        gloss,
        retro);
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static void set(double[] out, double x, double y, double z, double u, double v) {
    out[0] = x;
    out[1] = y;
    out[2] = z;
    out[3] = u;
    out[4] = v;
  }
}
