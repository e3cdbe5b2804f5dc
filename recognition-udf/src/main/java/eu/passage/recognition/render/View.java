package eu.passage.recognition.render;

/** A pinhole camera: where it stands, what it looks at and how far it is zoomed in. */
final class View {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private final double cameraX;
  private final double height;
  private final double focal;
  private final double centreX;
  private final double centreY;
  private final double[] right;
  private final double[] down;
  private final double[] forward;

  /**
   * Looks from (cameraX, 0, height) so that the world point (targetX, targetY, targetZ) comes to
   * the pixel (centreX, centreY).
   *
   * @param focal focal length in pixels
   */
  View(
      double cameraX,
      double height,
      double targetX,
      double targetY,
      double targetZ,
      double focal,
      double centreX,
      double centreY) {
    this.cameraX = cameraX;
    this.height = height;
    this.focal = focal;
    this.centreX = centreX;
    this.centreY = centreY;
    double dx = targetX - cameraX;
    double dz = targetZ - height;
    double flat = Math.hypot(dx, targetY);
    double length = Math.hypot(flat, dz);
    forward = new double[] {dx / length, targetY / length, dz / length};
    right = new double[] {targetY / flat, -dx / flat, 0};
    down =
        new double[] {
          forward[1] * right[2] - forward[2] * right[1],
          forward[2] * right[0] - forward[0] * right[2],
          forward[0] * right[1] - forward[1] * right[0]
        };
  }

  double cameraX() {
    return cameraX;
  }

  double height() {
    return height;
  }

  /** Writes pixel x, pixel y and depth in metres of a world point to {@code out}. */
  void project(double x, double y, double z, double[] out) {
    double dx = x - cameraX;
    double dz = z - height;
    double depth = dx * forward[0] + y * forward[1] + dz * forward[2];
    double scale = focal / Math.max(depth, 0.05);
    out[0] = centreX + scale * (dx * right[0] + y * right[1] + dz * right[2]);
    out[1] = centreY + scale * (dx * down[0] + y * down[1] + dz * down[2]);
    out[2] = depth;
  }

  /**
   * Writes X and Y of the road's point behind a pixel; false when the pixel shows none within
   * reach.
   */
  boolean ground(double px, double py, double[] out) {
    double a = (px - centreX) / focal;
    double b = (py - centreY) / focal;
    double dz = forward[2] + a * right[2] + b * down[2];
    if (dz > -1e-4) {
      return false;
    }
    double t = -height / dz;
    out[0] = cameraX + t * (forward[0] + a * right[0] + b * down[0]);
    out[1] = t * (forward[1] + a * right[1] + b * down[1]);
    return out[1] < 400;
  }

  /** Pixels that a metre across the line of sight takes at a world point. */
  double pixelsPerMetre(double x, double y, double z) {
    double[] p = new double[3];
    project(x, y, z, p);
    return focal / p[2];
  }
}
