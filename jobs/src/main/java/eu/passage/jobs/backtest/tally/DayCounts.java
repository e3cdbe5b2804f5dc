package eu.passage.jobs.backtest.tally;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many on each day. */
public final class DayCounts {

  private final SortedMap<LocalDate, Long> counts = new TreeMap<>();

  void add(LocalDate day) {
    counts.merge(day, 1L, Long::sum);
  }

  /** Only days on which there were any. */
  public SortedMap<LocalDate, Long> counts() {
    return counts;
  }

  /** What a day costs those who handle alerts. */
  public Load load(Period period) {
    long[] sorted = new long[period.days()];
    int next = sorted.length;
    for (long count : counts.values().stream().sorted((a, b) -> Long.compare(b, a)).toList()) {
      if (next > 0) {
        sorted[--next] = count;
      }
    }
    return new Load(rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 1));
  }

  /** Nearest rank: a number that a day truly had. */
  private static long rank(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Alerts a day: on half of the days no more than {@code median}, and so on. */
  public record Load(long median, long p95, long max) {}
}
