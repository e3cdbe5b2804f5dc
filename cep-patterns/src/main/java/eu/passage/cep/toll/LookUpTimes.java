package eu.passage.cep.toll;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a vehicle registry is asked.
 *
 * @param patience how long an event waits for an answer before it is told as PROVISIONAL
 * @param again after which it is asked again when it did not answer; doubles up to {@code most}
 * @param most the longest time between two questions
 * @param known how long what it told of a vehicle holds
 * @param notKnown how long that it has no such vehicle holds
 */
public record LookUpTimes(
    Duration patience, Duration again, Duration most, Duration known, Duration notKnown)
    implements Serializable {

  /** An event waits 2 s; a registry that is down is asked every minute at first, then hourly. */
  public static final LookUpTimes DEFAULTS =
      new LookUpTimes(
          Duration.ofSeconds(2),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofDays(7),
          Duration.ofDays(1));

  /**
   * @throws IllegalArgumentException when one of them is not above zero, or they contradict
   */
  public LookUpTimes {
    for (Duration time : new Duration[] {patience, again, most, known, notKnown}) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException(
            "times of registry look-ups must be above 0, got " + time);
      }
    }
    if (again.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "again is %s but most is %s; most must not be shorter".formatted(again, most));
    }
  }

  /**
   * How long to wait before the next question.
   *
   * @param attempts that were not answered, 1 or more
   */
  public Duration pause(int attempts) {
    long doubled = again.toMillis() << Math.min(attempts - 1, 20);
    return Duration.ofMillis(Math.min(doubled, most.toMillis()));
  }
}
