package eu.passage.cep.toll;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long the toll path waits and remembers, in event time.
 *
 * @param joinWithin how long after one camera of a charging point another may see the same truck
 * @param joinLate how late a view may come and still be put to its truck
 * @param corrected how long after a passage its event is corrected by itself
 */
public record TollTimes(Duration joinWithin, Duration joinLate, Duration corrected)
    implements Serializable {

  /** Cameras keep what they see for seven days when their line is cut. */
  public static final TollTimes DEFAULTS =
      new TollTimes(Duration.ofSeconds(8), Duration.ofHours(1), Duration.ofDays(8));

  /**
   * @throws IllegalArgumentException when one of them is below zero
   */
  public TollTimes {
    for (Duration time : new Duration[] {joinWithin, joinLate, corrected}) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("times of the toll path must not be below 0: " + time);
      }
    }
  }
}
