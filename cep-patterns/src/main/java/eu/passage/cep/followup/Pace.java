package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.PassageReference;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.NameCode;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a vehicle goes: as its camera says, else how fast it was at least to come here from the
 * camera before, as the crow flies.
 */
final class Pace {

  /**
   * 30 km/h. Who was slower rested or went about, and the average says nothing of how it drives.
   */
  private static final double SLOWEST = 30 / 3.6;

  private static final double METRES = 1000;
  private static final double MILLIS = 1000;

  /**
   * @param metresASecond absent where nothing tells
   * @param since the camera before, where it is an average; absent where it was measured
   */
  record Speed(@Nullable Float metresASecond, @Nullable String since) {}

  private final CameraTable cameras;

  Pace(CameraCatalogue cameras) {
    this.cameras = new CameraTable(cameras);
  }

  /**
   * @param before open alerts of the vehicle, oldest first
   */
  Speed of(Alert alert, PassageReference last, List<OpenAlert> before) {
    if (alert.getSpeed() != null) {
      return new Speed(alert.getSpeed(), null);
    }
    for (int i = before.size() - 1; i >= 0; i--) {
      OpenAlert one = before.get(i);
      long millis = Duration.between(one.getAt(), last.getAt()).toMillis();
      double metres = METRES * kilometres(one.getCameraId(), last.getCameraId());
      if (millis > 0 && metres / (millis / MILLIS) >= SLOWEST) {
        return new Speed((float) (metres / (millis / MILLIS)), one.getCameraId());
      }
    }
    return new Speed(null, null);
  }

  private double kilometres(String one, String other) {
    return cameras.kilometres(NameCode.of(one), NameCode.of(other));
  }
}
