package eu.passage.recognition.evaluate;

import eu.passage.recognition.render.RenderedFrame.Corner;
import eu.passage.recognition.render.RenderedFrame.Plate;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Sets a badge on a drawn vehicle, in the plane of its plate and above it, as large as badges are.
 */
final class BadgePainter {

  /** A long plate: the measure of its plane. */
  private static final double PLATE_MM = 520;

  private static final double PLATE_HIGH_MM = 110;

  /** Longer side of a badge. */
  private static final double LEAST_MM = 100;

  private static final double MOST_MM = 170;

  /** From the plate's upper edge to the badge's middle. */
  private static final double LOWEST_MM = 130;

  private static final double HIGHEST_MM = 450;
  private static final double ASIDE_MM = 20;

  /** Steps in each direction into which a pixel is divided, so that the badge is averaged. */
  private static final int STEPS = 5;

  private BadgePainter() {}

  /** Draws into the frame. Light is the vehicle's as far as the exposure goes. */
  static void paint(BufferedImage frame, Plate plate, BadgeCrop badge, RandomGenerator random) {
    List<Corner> corners = plate.corners();
    Corner left = corners.get(0);
    Corner right = corners.get(1);
    Corner below = corners.get(3);
    double ux = (right.x() - left.x()) / PLATE_MM;
    double uy = (right.y() - left.y()) / PLATE_MM;
    double vx = (below.x() - left.x()) / PLATE_HIGH_MM;
    double vy = (below.y() - left.y()) / PLATE_HIGH_MM;
    double aside = PLATE_MM / 2 + random.nextDouble(-ASIDE_MM, ASIDE_MM);
    double up = random.nextDouble(LOWEST_MM, HIGHEST_MM);
    double middleX = left.x() + aside * ux - up * vx;
    double middleY = left.y() + aside * uy - up * vy;
    double longest = random.nextDouble(LEAST_MM, MOST_MM);
    int larger = Math.max(badge.image().getWidth(), badge.image().getHeight());
    double perMm = larger / longest;
    double gain = random.nextDouble(0.75, 1.1);
    double det = ux * vy - uy * vx;
    double reach = longest * Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy));
    int x0 = Math.max(0, (int) (middleX - reach));
    int x1 = Math.min(frame.getWidth() - 1, (int) (middleX + reach));
    int y0 = Math.max(0, (int) (middleY - reach));
    int y1 = Math.min(frame.getHeight() - 1, (int) (middleY + reach));
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        double[] sum = new double[4];
        for (int step = 0; step < STEPS * STEPS; step++) {
          double dx = x + (step % STEPS + 0.5) / STEPS - middleX;
          double dy = y + (step / STEPS + 0.5) / STEPS - middleY;
          add(sum, badge, perMm * (dx * vy - dy * vx) / det, perMm * (dy * ux - dx * uy) / det);
        }
        blend(frame, x, y, sum, gain);
      }
    }
  }

  /** Adds the badge's colour at a place, in its pixels from its middle, and how much it covers. */
  private static void add(double[] sum, BadgeCrop badge, double fromMiddleX, double fromMiddleY) {
    int x = (int) Math.floor(fromMiddleX + badge.image().getWidth() / 2.0);
    int y = (int) Math.floor(fromMiddleY + badge.image().getHeight() / 2.0);
    if (x < 0 || y < 0 || x >= badge.image().getWidth() || y >= badge.image().getHeight()) {
      return;
    }
    // masks were cut a few pixels smaller than their images
    int maskX = x * badge.mask().getWidth() / badge.image().getWidth();
    int maskY = y * badge.mask().getHeight() / badge.image().getHeight();
    if ((badge.mask().getRGB(maskX, maskY) & 0xFF) > 127) {
      int rgb = badge.image().getRGB(x, y);
      sum[0] += rgb >> 16 & 0xFF;
      sum[1] += rgb >> 8 & 0xFF;
      sum[2] += rgb & 0xFF;
      sum[3]++;
    }
  }

  private static void blend(BufferedImage frame, int x, int y, double[] sum, double gain) {
    if (sum[3] == 0) {
      return;
    }
    double cover = sum[3] / (STEPS * STEPS);
    int under = frame.getRGB(x, y);
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      double over = Math.min(255, gain * sum[channel] / sum[3]);
      double mixed = (1 - cover) * (under >> shift & 0xFF) + cover * over;
      rgb |= (int) Math.round(mixed) << shift;
    }
    frame.setRGB(x, y, rgb);
  }
}
