package eu.passage.cep.trucks.bans;

import java.io.Serializable;
import java.time.Duration;

/**
 * How trucks are controlled.
 *
 * @param minPlateConfidence a breach that rests on a plate less surely read is not told, 0 to 1
 * @param minClassConfidence the same for vehicles less surely trucks
 * @param settle how long (event time) after the last passage of a breach it is told: passages that
 *     come out of order by less cannot change it any more
 * @param lateness how late a passage may come and still be put together with others
 */
public record ControlSettings(
    float minPlateConfidence, float minClassConfidence, Duration settle, Duration lateness)
    implements Serializable {

  /** Sure enough to be worth a person's time; a link that was cut for a day loses nothing. */
  public static final ControlSettings DEFAULTS =
      new ControlSettings(0.8f, 0.8f, Duration.ofSeconds(30), Duration.ofHours(36));

  /**
   * @throws IllegalArgumentException naming the value that makes no sense
   */
  public ControlSettings {
    probability("minPlateConfidence", minPlateConfidence);
    probability("minClassConfidence", minClassConfidence);
    if (settle.isNegative()) {
      throw new IllegalArgumentException("settle must not be below 0, got " + settle);
    }
    if (lateness.compareTo(settle) < 0) {
      throw new IllegalArgumentException(
          "lateness must not be below settle, " + settle + ", got " + lateness);
    }
  }

  /** Whether a breach was seen surely enough to be told. */
  boolean isSure(Breach breach) {
    return breach.passages().stream()
        .allMatch(
            passage ->
                passage.plateConfidence() >= minPlateConfidence
                    && passage.classConfidence() >= minClassConfidence);
  }

  private static void probability(String name, float value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, got " + value);
    }
  }
}
