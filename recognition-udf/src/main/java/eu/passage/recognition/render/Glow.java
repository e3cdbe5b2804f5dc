package eu.passage.recognition.render;

/** Lamps that shine into the lens and onto the road. */
final class Glow {

  private Glow() {}

  /**
   * Adds light around a place of the picture.
   *
   * @param frame blue, green, red bytes
   * @param radius of the lamp in pixels
   * @param strength brightness at the lamp, of 255
   */
  static void add(byte[] frame, double x, double y, double radius, double strength, double[] rgb) {
    double reach = radius * 9;
    int left = (int) Math.max(0, x - reach);
    int right = (int) Math.min(View.WIDTH - 1.0, x + reach);
    int top = (int) Math.max(0, y - reach);
    int bottom = (int) Math.min(View.HEIGHT - 1.0, y + reach);
    for (int py = top; py <= bottom; py++) {
      for (int px = left; px <= right; px++) {
        double dx = (px - x) / radius;
        double dy = (py - y) / radius;
        double d = dx * dx + dy * dy;
        double core = 1.6 / (1 + d * d);
        double halo = 0.22 * Math.max(0, 1 - Math.sqrt(d) / 9);
        double streak = 0.25 * Math.max(0, 1 - Math.abs(dx) / 9) / (1 + 30 * dy * dy);
        double light = strength * (core + halo + streak);
        if (light < 1) {
          continue;
        }
        int at = 3 * (py * View.WIDTH + px);
        frame[at] = (byte) Paints.channel((frame[at] & 255) + light * rgb[2]);
        frame[at + 1] = (byte) Paints.channel((frame[at + 1] & 255) + light * rgb[1]);
        frame[at + 2] = (byte) Paints.channel((frame[at + 2] & 255) + light * rgb[0]);
      }
    }
  }

  /** Brightens the road in an ellipse. */
  static void pool(byte[] frame, double x, double y, double rx, double ry, double gain) {
    int left = (int) Math.max(0, x - rx);
    int right = (int) Math.min(View.WIDTH - 1.0, x + rx);
    int top = (int) Math.max(0, y - ry);
    int bottom = (int) Math.min(View.HEIGHT - 1.0, y + ry);
    for (int py = top; py <= bottom; py++) {
      double dy = (py - y) / ry;
      for (int px = left; px <= right; px++) {
        double dx = (px - x) / rx;
        double fall = 1 - dx * dx - dy * dy;
        if (fall <= 0) {
          continue;
        }
        double factor = 1 + gain * fall * fall;
        int at = 3 * (py * View.WIDTH + px);
        for (int c = 0; c < 3; c++) {
          frame[at + c] = (byte) Paints.channel((frame[at + c] & 255) * factor);
        }
      }
    }
  }
}
