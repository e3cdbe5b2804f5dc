package eu.passage.jobs.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Durations and their quantiles, by nearest rank. Safe for use by many threads. */
final class Latencies {

  private long[] millis = new long[64];
  private int count;

  synchronized void add(Duration latency) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = latency.toMillis();
  }

  synchronized int count() {
    return count;
  }

  /**
   * The smallest duration that at least this share of all does not exceed, in milliseconds; empty
   * while there is none.
   *
   * @param share above 0, at most 1
   */
  synchronized Optional<Long> quantile(double share) {
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, not " + share);
    }
    if (count == 0) {
      return Optional.empty();
    }
    long[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return Optional.of(sorted[(int) Math.ceil(share * count) - 1]);
  }
}
