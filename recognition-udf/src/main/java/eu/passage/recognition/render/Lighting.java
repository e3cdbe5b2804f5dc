package eu.passage.recognition.render;

import java.util.SplittableRandom;

/** The light at a camera site under given conditions. */
final class Lighting {

  private Lighting() {}

  static Light of(RoadCamera camera, Conditions conditions) {
    SplittableRandom random = new SplittableRandom(camera.seed() * 7 + 5);
    double azimuth = Math.PI * 2 * random.nextDouble();
    double height = Math.toRadians(25 + 30 * random.nextDouble());
    double[] sun = {
      Math.cos(height) * Math.cos(azimuth), Math.cos(height) * Math.sin(azimuth), Math.sin(height)
    };
    double[] white = {1, 1, 1};
    if (conditions.infrared()) {
      return new Light(0.1, 0, sun, 20, 0.55, white, true);
    }
    boolean sodium = random.nextBoolean();
    return switch (conditions.daylight()) {
      case SUN -> new Light(0.74, 0.5, sun, 200, 0, new double[] {1.02, 1, 0.96}, false);
      case OVERCAST -> new Light(1.08, 0, sun, 215, 0, new double[] {0.98, 1, 1.01}, false);
      case DUSK -> new Light(0.5, 0, sun, 120, 0.12, new double[] {0.94, 0.98, 1.1}, false);
      case NIGHT ->
          new Light(
              0.2,
              0,
              sun,
              30,
              0.42,
              sodium ? new double[] {1.12, 0.95, 0.72} : new double[] {0.97, 1, 1.04},
              false);
    };
  }
}
