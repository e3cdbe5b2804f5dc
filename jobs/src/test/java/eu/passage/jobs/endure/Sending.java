package eu.passage.jobs.endure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A camera's view of a truck, on its way to the toll job.
 *
 * @param arrives when, as the traffic's time goes; milliseconds since the epoch
 */
record Sending(TruePassage passage, End end, long arrives) {

  private static final Duration JITTER = Duration.ofSeconds(1);
  private static final Duration SOME = Duration.ofMinutes(10);

  /** Front and rear of a truck find one another only within the hour. */
  private static final Duration LATE_VIEW = Duration.ofMinutes(40);

  /** A camera whose line was cut. */
  private static final Duration LATE = Duration.ofHours(20);

  /** Every view of these passages, some of them late, some twice, in the order of arrival. */
  static List<Sending> of(List<TruePassage> passages) {
    List<Sending> sendings = new ArrayList<>();
    for (TruePassage passage : passages) {
      for (End end : passage.seen()) {
        long lot = end.view(passage);
        long longest = (passage.point().seesBothEnds() ? LATE_VIEW : LATE).toMillis();
        long at = passage.at().toEpochMilli() + end.afterMs();
        long arrives = at + Math.min(longest, delay(lot, longest));
        sendings.add(new Sending(passage, end, arrives));
        if (Chance.AGAIN.of(lot) < 0.02) {
          long again = Chance.HOW_MUCH_LATER.below(at + longest - arrives + 1, lot);
          sendings.add(new Sending(passage, end, arrives + again));
        }
      }
    }
    sendings.sort(Comparator.comparingLong(Sending::arrives));
    return sendings;
  }

  private static long delay(long lot, long longest) {
    double chance = Chance.LATE.of(lot);
    long most = chance < 0.03 ? longest : chance < 0.2 ? SOME.toMillis() : JITTER.toMillis();
    return Chance.HOW_LATE.below(most, lot);
  }
}
