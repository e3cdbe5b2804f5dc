package eu.passage.recognition.render;

import eu.passage.recognition.render.Conditions.Daylight;
import eu.passage.recognition.render.Pose.Facing;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/** The empty road as one head of a camera site sees it, as blue, green, red bytes. */
final class Background {

  private Background() {}

  /** By plain daylight. */
  static byte[] paint(RoadCamera camera, Facing facing) {
    SplittableRandom random = new SplittableRandom(camera.seed() * 17 + facing.ordinal());
    View view = camera.head(facing).view();
    BufferedImage image = new BufferedImage(View.WIDTH, View.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    Graphics2D g = Skin.smooth(image);
    g.setPaint(new GradientPaint(0, 0, new Color(168, 188, 208), 0, 300, new Color(214, 220, 224)));
    g.fill(new Rectangle2D.Double(0, 0, View.WIDTH, View.HEIGHT));
    Ground ground = new Ground(facing == Facing.FRONT ? -1 : 1, random.split());
    ground(view, ground, pixels);
    new Surroundings(new ScenePen(g, view), random.split()).paint(ground.left(), ground.right());
    g.dispose();
    return pixels;
  }

  private static void ground(View view, Ground ground, byte[] pixels) {
    double[] at = new double[2];
    double[] colour = new double[3];
    for (int y = 0; y < View.HEIGHT; y++) {
      for (int x = 0; x < View.WIDTH; x++) {
        if (view.ground(x + 0.5, y + 0.5, at)) {
          double scale = view.pixelsPerMetre(at[0], at[1], 0);
          ground.colour(at[0], at[1], scale, colour);
          // the distance fades into the air
          double air = Math.min(0.6, at[1] / 500);
          int p = 3 * (y * View.WIDTH + x);
          pixels[p] = (byte) Paints.channel(colour[2] + air * (206 - colour[2]));
          pixels[p + 1] = (byte) Paints.channel(colour[1] + air * (202 - colour[1]));
          pixels[p + 2] = (byte) Paints.channel(colour[0] + air * (196 - colour[0]));
        }
      }
    }
  }

  /** The same road in another light. */
  static byte[] light(byte[] plain, RoadCamera camera, Light light, Daylight daylight) {
    SplittableRandom random = new SplittableRandom(camera.seed() * 13 + 1);
    byte[] pixels = plain.clone();
    double[] tint = light.tint();
    boolean night = daylight == Daylight.NIGHT;
    double flat = Math.min(1.1, 0.94 * light.ambient() + light.direct() * 0.62);
    double poolX = View.WIDTH * (0.2 + 0.6 * random.nextDouble());
    double poolY = View.HEIGHT * (0.3 + 0.5 * random.nextDouble());
    double pool = night ? 0.12 + 0.2 * random.nextDouble() : 0;
    int seed = random.nextInt();
    boolean dappled = daylight == Daylight.SUN && random.nextInt(3) == 0;
    for (int y = 0; y < View.HEIGHT; y++) {
      for (int x = 0; x < View.WIDTH; x++) {
        double dx = (x - View.WIDTH / 2.0) / View.WIDTH;
        double dy = (y - View.HEIGHT / 2.0) / View.WIDTH;
        double gain = flat * (1.04 - 0.55 * (dx * dx + dy * dy));
        if (night) {
          double px = (x - poolX) / 420;
          double py = (y - poolY) / 260;
          gain += pool * Math.exp(-px * px - py * py);
        }
        if (light.infrared()) {
          gain += light.retro() * 0.22 * (1 - 2.2 * (dx * dx + dy * dy));
        }
        if (dappled) {
          double leaves =
              0.6 * Noise.at(seed, x / 210.0, y / 90.0)
                  + 0.25 * Noise.at(seed + 1, x / 60.0, y / 26.0)
                  + 0.15 * Noise.at(seed + 2, x / 19.0, y / 9.0);
          gain *= 1 - 0.38 * Math.max(0, Math.min(1, (leaves - 0.5) * 9));
        }
        int p = 3 * (y * View.WIDTH + x);
        double b = pixels[p] & 255;
        double gr = pixels[p + 1] & 255;
        double r = pixels[p + 2] & 255;
        if (light.infrared()) {
          double grey = 0.25 * r + 0.6 * gr + 0.15 * b;
          b = grey;
          gr = grey;
          r = grey;
        }
        pixels[p] = (byte) Paints.channel(b * gain * tint[2]);
        pixels[p + 1] = (byte) Paints.channel(gr * gain * tint[1]);
        pixels[p + 2] = (byte) Paints.channel(r * gain * tint[0]);
      }
    }
    return pixels;
  }
}
