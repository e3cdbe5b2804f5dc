package eu.passage.cep.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Where the sun stands, to a few degrees: without the equation of time and refraction. */
final class Sun {

  /** Below the horizon; brighter than this one sees without lamps (civil twilight). */
  private static final double DUSK = -6;

  private static final double TILT = 23.44;

  private Sun() {}

  static boolean isDown(long at, double latitude, double longitude) {
    ZonedDateTime time = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC);
    double year = 2 * Math.PI * (time.getDayOfYear() + 10) / 365;
    double declination = Math.toRadians(-TILT * Math.cos(year));
    double hours = time.toLocalTime().toSecondOfDay() / 3600.0 + longitude / 15;
    double angle = Math.toRadians(15 * (hours - 12));
    double phi = Math.toRadians(latitude);
    double height =
        Math.asin(
            Math.sin(phi) * Math.sin(declination)
                + Math.cos(phi) * Math.cos(declination) * Math.cos(angle));
    return Math.toDegrees(height) < DUSK;
  }
}
