package eu.passage.recognition.render;

/**
 * A vehicle's outline seen from the side, from the bottom of its front over the roof to the bottom
 * of its rear.
 */
final class Profile {

  private static final int CORNER_STEPS = 5;

  private final double[] xs;
  private final double[] zs;
  private final double[] lengths;
  private final double[] marks;

  /**
   * @param points corners as {x, z, radius}: the outline is rounded from {@code radius} metres
   *     before each corner to as much after it
   */
  Profile(double[]... points) {
    int n = points.length;
    int size = n * (CORNER_STEPS + 1);
    xs = new double[size];
    zs = new double[size];
    for (int i = 0; i < n; i++) {
      double[] p = points[i];
      double[] before = toward(p, points[Math.max(0, i - 1)], p[2]);
      double[] after = toward(p, points[Math.min(n - 1, i + 1)], p[2]);
      for (int k = 0; k <= CORNER_STEPS; k++) {
        double t = (double) k / CORNER_STEPS;
        int at = i * (CORNER_STEPS + 1) + k;
        xs[at] = quadratic(before[0], p[0], after[0], t);
        zs[at] = quadratic(before[1], p[1], after[1], t);
      }
    }
    lengths = new double[size];
    for (int k = 1; k < size; k++) {
      lengths[k] = lengths[k - 1] + Math.hypot(xs[k] - xs[k - 1], zs[k] - zs[k - 1]);
    }
    marks = new double[n];
    for (int i = 0; i < n; i++) {
      int from = i * (CORNER_STEPS + 1);
      marks[i] = (lengths[from] + lengths[from + CORNER_STEPS]) / 2;
    }
  }

  private static double[] toward(double[] from, double[] to, double distance) {
    double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    double t = length == 0 ? 0 : Math.min(distance / length, 0.5);
    return new double[] {from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])};
  }

  private static double quadratic(double a, double b, double c, double t) {
    return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
  }

  /** The length along the outline, in metres. */
  double length() {
    return lengths[lengths.length - 1];
  }

  /** Where along the outline, in metres, a corner is. */
  double mark(int corner) {
    return marks[corner];
  }

  /** Writes x, z and the outward normal's x, z at s metres along the outline. */
  void at(double s, double[] out) {
    int k = 1;
    while (k < lengths.length - 1 && (lengths[k] < s || lengths[k] - lengths[k - 1] < 1e-9)) {
      k++;
    }
    double span = Math.max(lengths[k] - lengths[k - 1], 1e-9);
    double t = Math.max(0, Math.min(1, (s - lengths[k - 1]) / span));
    out[0] = xs[k - 1] + t * (xs[k] - xs[k - 1]);
    out[1] = zs[k - 1] + t * (zs[k] - zs[k - 1]);
    out[2] = (zs[k] - zs[k - 1]) / span;
    out[3] = -(xs[k] - xs[k - 1]) / span;
  }

  double x(double s) {
    double[] p = new double[4];
    at(s, p);
    return p[0];
  }

  double z(double s) {
    double[] p = new double[4];
    at(s, p);
    return p[1];
  }
}
