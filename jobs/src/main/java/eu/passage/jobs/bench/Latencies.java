package eu.passage.jobs.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Spans of time as they come, bounded; safe for use by several threads. */
final class Latencies {

  private static final int MOST = 10_000;

  private final List<Duration> spans = new ArrayList<>();

  synchronized void add(Duration span) {
    if (spans.size() < MOST) {
      spans.add(span);
    }
  }

  synchronized void clear() {
    spans.clear();
  }

  synchronized int count() {
    return spans.size();
  }

  /** Milliseconds that a share of all stays within; the share lies between 0 and 1. */
  synchronized double millis(double share) {
    if (spans.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Duration> sorted = new ArrayList<>(spans);
    Collections.sort(sorted);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)).toNanos() / 1e6;
  }
}
