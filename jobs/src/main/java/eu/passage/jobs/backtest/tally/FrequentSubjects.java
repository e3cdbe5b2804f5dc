package eu.passage.jobs.backtest.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vehicles that alerts are most about. Exact while there are few; when there are too many, all
 * lose the median count and those left with nothing are forgotten, so that memory is bounded and
 * every count is too low by {@link #mostMissed} at most (Misra and Gries, 1982).
 */
public final class FrequentSubjects {

  /** About 2 MB for each rule. */
  static final int DEFAULT_CAPACITY = 10_000;

  /**
   * One of them.
   *
   * @param subject for people: countries and plates
   * @param atLeast how many alerts
   * @param last when the last one came, milliseconds since the epoch
   */
  public record Frequent(String subject, long atLeast, long last) {}

  private static final class Count {
    private long alerts;
    private long last = Long.MIN_VALUE;
  }

  private final int capacity;
  private final Map<String, Count> counts = new HashMap<>();
  private final DistinctEstimate distinct = new DistinctEstimate();
  private long missed;

  public FrequentSubjects() {
    this(DEFAULT_CAPACITY);
  }

  FrequentSubjects(int capacity) {
    this.capacity = capacity;
  }

  public void add(String subject, long at) {
    distinct.add(subject);
    Count count = counts.computeIfAbsent(subject, s -> new Count());
    count.alerts++;
    count.last = Math.max(count.last, at);
    if (counts.size() > capacity) {
      forget();
    }
  }

  /** The most frequent ones; of equally frequent ones those whose last alert is newer. */
  public List<Frequent> top(int most) {
    return counts.entrySet().stream()
        .map(e -> new Frequent(e.getKey(), e.getValue().alerts, e.getValue().last))
        .sorted(
            Comparator.comparingLong(Frequent::atLeast)
                .thenComparingLong(Frequent::last)
                .reversed()
                .thenComparing(Frequent::subject))
        .limit(most)
        .toList();
  }

  /** By how much a count may be too low; 0 when all are exact. */
  public long mostMissed() {
    return missed;
  }

  /** How many different ones there were; an estimate unless {@link #isExact}. */
  public long distinct() {
    return isExact() ? counts.size() : distinct.estimate();
  }

  /** Whether nothing had to be forgotten. */
  public boolean isExact() {
    return missed == 0;
  }

  private void forget() {
    long[] sorted = counts.values().stream().mapToLong(count -> count.alerts).sorted().toArray();
    long median = sorted[sorted.length / 2];
    missed += median;
    counts
        .values()
        .removeIf(
            count -> {
              count.alerts -= median;
              return count.alerts <= 0;
            });
  }
}
