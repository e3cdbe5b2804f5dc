package eu.passage.cep.counts;

import java.io.Serializable;
import java.time.Duration;

/**
 * By which slots of time passages are counted.
 *
 * @param slot how long each is: whole minutes, and whole slots make an hour
 */
public record CountSettings(Duration slot) implements Serializable {

  /** What traffic counters commonly tell. */
  public static final CountSettings DEFAULTS = new CountSettings(Duration.ofMinutes(5));

  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  /**
   * @throws IllegalArgumentException naming the value that makes no sense
   */
  public CountSettings {
    long millis = slot.toMillis();
    if (millis < MINUTE_MS || millis % MINUTE_MS != 0 || HOUR_MS % millis != 0) {
      throw new IllegalArgumentException(
          "slot must be whole minutes that divide an hour, such as 1m, 5m, 15m or 1h, got " + slot);
    }
  }

  /** When the slot begins that holds this moment; both in milliseconds since the epoch. */
  public long startOf(long at) {
    return at - Math.floorMod(at, slot.toMillis());
  }
}
