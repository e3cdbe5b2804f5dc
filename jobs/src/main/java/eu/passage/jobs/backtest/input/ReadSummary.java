package eu.passage.jobs.backtest.input;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param passages how many could be used
 * @param span from the first of them to the last; empty when there are none
 * @param refused what could not be used, the most frequent reason first
 */
public record ReadSummary(long passages, Optional<Span> span, List<Refused> refused) {

  /** Both ends inclusive. */
  public record Span(Instant first, Instant last) {}

  /**
   * What one reason refused.
   *
   * @param place of the first time: file and line
   * @param text the line, cut where it is long
   */
  public record Refused(Refusal reason, long count, String place, String text) {}

  public ReadSummary {
    refused = List.copyOf(refused);
  }

  /** How many records could not be used. */
  public long refusals() {
    return refused.stream().mapToLong(Refused::count).sum();
  }

  /** The share of records that could not be used, 0 to 1. */
  public double refusedShare() {
    long all = passages + refusals();
    return all == 0 ? 0 : (double) refusals() / all;
  }
}
