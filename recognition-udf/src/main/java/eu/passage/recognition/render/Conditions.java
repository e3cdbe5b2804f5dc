package eu.passage.recognition.render;

import java.util.random.RandomGenerator;

/**
 * Light, weather and the camera's own faults.
 *
 * @param daylight what lights the scene
 * @param infrared whether the camera sees infra-red only, in grey
 * @param haze 0 for clear air, 1 for fog that hides everything
 * @param motion length of the motion blur in pixels, for the nearest vehicle
 * @param softness standard deviation of the lens's blur, in pixels
 * @param noise standard deviation of the sensor's noise, of 255
 * @param wear dirt on plates: 0 none, 1 hardly readable
 * @param exposure factor on brightness
 * @param quality of the JPEG, 1 to 100
 */
public record Conditions(
    Daylight daylight,
    boolean infrared,
    double haze,
    double motion,
    double softness,
    double noise,
    double wear,
    double exposure,
    int quality) {

  /** What lights the scene. */
  public enum Daylight {
    SUN,
    OVERCAST,
    DUSK,
    NIGHT
  }

  /** Overcast, clear air and a camera without faults. */
  public static Conditions plain() {
    return new Conditions(Daylight.OVERCAST, false, 0, 0, 0.5, 1.5, 0, 1, 85);
  }

  public boolean night() {
    return daylight == Daylight.NIGHT;
  }

  /** Conditions as they come by day (or dusk) or by night; plates stay readable to a person. */
  public static Conditions draw(boolean night, RandomGenerator random) {
    Daylight daylight =
        night
            ? Daylight.NIGHT
            : switch (random.nextInt(9)) {
              case 0, 1, 2, 3 -> Daylight.SUN;
              case 4, 5, 6, 7 -> Daylight.OVERCAST;
              default -> Daylight.DUSK;
            };
    boolean infrared = night && random.nextInt(2) == 0;
    boolean hazy = random.nextInt(8) == 0;
    double dark = daylight == Daylight.NIGHT ? 1 : daylight == Daylight.DUSK ? 0.5 : 0;
    return new Conditions(
        daylight,
        infrared,
        hazy ? 0.1 + 0.25 * random.nextDouble() : 0.04 * random.nextDouble(),
        random.nextInt(3) == 0 ? 1 + 3 * random.nextDouble() : 0,
        0.4 + 0.6 * random.nextDouble(),
        1 + 3 * random.nextDouble() + dark * 5 * random.nextDouble(),
        0.5 * random.nextDouble() * random.nextDouble(),
        0.82 + 0.36 * random.nextDouble(),
        60 + random.nextInt(31));
  }

  /**
   * Conditions in which single frames are misread now and then, though a person still reads them:
   * blurred, noisy, dirty and strongly compressed. For measuring what the fusion of frames brings.
   */
  public static Conditions harsh(boolean night, RandomGenerator random) {
    Conditions usual = draw(night, random);
    return new Conditions(
        usual.daylight,
        usual.infrared,
        usual.haze + 0.08 * random.nextDouble(),
        1 + 2 * random.nextDouble(),
        0.7 + 0.6 * random.nextDouble(),
        3 + 4 * random.nextDouble(),
        0.1 + 0.3 * random.nextDouble(),
        usual.exposure,
        45 + random.nextInt(30));
  }
}
