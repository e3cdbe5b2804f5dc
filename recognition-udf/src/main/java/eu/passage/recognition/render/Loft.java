package eu.passage.recognition.render;

import java.util.List;

/**
 * A closed body: a profile given width, with rounded edges, a nose and tail that curve back towards
 * the sides, and sides that lean inwards above the belt line.
 *
 * @param profile the outline from the side
 * @param halfWidth half the width at the belt line, in metres
 * @param belt height of the belt line, in metres
 * @param lean by how many metres the sides lean in for each metre above the belt line
 * @param edge radius of the long edges, in metres
 * @param nose how far the front corners stand back, in metres
 * @param tail how far the rear corners stand back, in metres
 * @param sill height of the body's lower edge, in metres
 */
record Loft(
    Profile profile,
    double halfWidth,
    double belt,
    double lean,
    double edge,
    double nose,
    double tail,
    double sill) {

  private static final int COLUMNS = 22;
  private static final int SIDE_ROWS = 8;

  /** Half the width at a height. */
  double widthAt(double z) {
    return halfWidth - lean * Math.max(0, z - belt);
  }

  /**
   * The body's parts.
   *
   * @param strip skin of front, top and rear: u across from the middle, v along the profile
   * @param side skin of both sides: u along x, v up
   */
  List<Part> parts(Skin strip, Skin side, double gloss) {
    int rows = Math.max(24, (int) (profile.length() * 9));
    Part shell = Part.grid(rows, COLUMNS, this::shell, strip, gloss);
    Part left = Part.grid(rows, SIDE_ROWS, (a, b, out) -> flank(a, b, 1, out), side, gloss);
    Part right = Part.grid(rows, SIDE_ROWS, (a, b, out) -> flank(a, b, -1, out), side, gloss);
    return List.of(shell, left, right);
  }

  private void shell(double along, double across, double[] out) {
    double s = along * profile.length();
    // more columns where the edge is round
    double linear = 2 * across - 1;
    double t = Math.signum(linear) * Math.pow(Math.abs(linear), 0.6);
    point(s, t, out);
    out[3] = t * halfWidth;
    out[4] = s;
  }

  private void flank(double along, double down, int sign, double[] out) {
    point(along * profile.length(), sign, out);
    double bottom = Math.min(sill, out[2]);
    double z = out[2] + down * (bottom - out[2]);
    out[1] = sign * widthAt(z);
    out[2] = z;
    out[3] = out[0];
    out[4] = z;
  }

  private void point(double s, double t, double[] out) {
    double[] p = new double[4];
    profile.at(s, p);
    double drop = edgeDrop(Math.abs(t));
    double x = p[0] - drop * p[2];
    double z = p[1] - drop * p[3];
    double length = -profile.x(profile.length());
    double front = Math.max(0, 1 + x / 1.1);
    double rear = Math.max(0, 1 - (x + length) / 0.9);
    double curve = t * t * (0.6 + 0.4 * t * t);
    out[0] = x - nose * curve * Math.min(1, front) + tail * curve * Math.min(1, rear);
    out[1] = t * widthAt(z);
    out[2] = z;
  }

  /** How far the surface lies under the profile at a share of the half width. */
  private double edgeDrop(double share) {
    double start = 1 - edge / halfWidth;
    if (share <= start) {
      return 0;
    }
    double q = Math.min(1, (share - start) / (1 - start));
    return edge * (1 - Math.sqrt(1 - q * q));
  }
}
