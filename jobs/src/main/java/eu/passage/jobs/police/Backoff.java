package eu.passage.jobs.police;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time up to a bound, half of it by
 * chance, so that many senders do not come back at one moment.
 *
 * @param first after the first failure
 * @param longest after many
 */
record Backoff(Duration first, Duration longest, RandomGenerator chance) {

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait after a failure.
   *
   * @param failures so far, 1 and more
   */
  Duration after(int failures) {
    Duration full = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    long millis = Math.min(full.toMillis(), longest.toMillis());
    return Duration.ofMillis(millis / 2 + chance.nextLong(millis / 2 + 1));
  }
}
