package eu.passage.jobs.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Durations and their quantiles, by nearest rank. Safe for use by many threads. */
public final class Latencies {

  private long[] millis = new long[64];
  private int count;

  /** One more. */
  public synchronized void add(Duration latency) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = latency.toMillis();
  }

  /** How many there are. */
  public synchronized int count() {
    return count;
  }

  /**
   * The smallest duration that at least this many of a hundred do not exceed, in milliseconds;
   * empty while there is none.
   *
   * @param percent 1 to 100
   */
  public synchronized Optional<Long> quantile(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a quantile is 1 to 100 percent, not " + percent);
    }
    if (count == 0) {
      return Optional.empty();
    }
    long[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    int rank = (percent * count + 99) / 100;
    return Optional.of(sorted[rank - 1]);
  }

  /** Forgets all of them. */
  public synchronized void clear() {
    count = 0;
  }
}
