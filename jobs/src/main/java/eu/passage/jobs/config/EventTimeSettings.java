package eu.passage.jobs.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How event time advances.
 *
 * @param outOfOrderness how much later than a newer read of the same partition a read may come
 *     before the watermark has passed it, in the cameras' time
 * @param idleness how long, on the wall clock, a partition may stay silent before it no longer
 *     holds back the others; until then its time goes on with the wall clock
 */
public record EventTimeSettings(Duration outOfOrderness, Duration idleness)
    implements Serializable {

  public EventTimeSettings {
    InvalidValueException.require(
        !outOfOrderness.isNegative(), "outOfOrderness", outOfOrderness, "0s or more");
    InvalidValueException.require(
        idleness.compareTo(Duration.ofMillis(1)) >= 0, "idleness", idleness, "1ms or more");
  }
}
