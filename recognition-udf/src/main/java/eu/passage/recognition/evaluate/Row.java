package eu.passage.recognition.evaluate;

import eu.passage.recognition.evaluate.Target.Mark;
import java.util.Optional;

/**
 * A line of the table.
 *
 * @param set what was looked at
 * @param measure what was counted
 * @param value the figure in words, or why there is none
 * @param share the figure, 0 to 1; empty where it was not measured
 */
public record Row(String set, String measure, String value, Optional<Double> share, Target target) {

  /** A figure that is a count. */
  public static Row of(String set, String measure, Counts counts, Target target) {
    return of(set, measure, counts, "", target);
  }

  /**
   * A figure that is a count, with something to know beside it.
   *
   * @param beside empty for nothing
   */
  public static Row of(String set, String measure, Counts counts, String beside, Target target) {
    if (counts.of() == 0) {
      return notMeasured(set, measure, "nothing to count", target);
    }
    String value = beside.isEmpty() ? counts.toString() : counts + "; " + beside;
    return new Row(set, measure, value, Optional.of(counts.share()), target);
  }

  /** A line whose figure could not be had. */
  public static Row notMeasured(String set, String measure, String why, Target target) {
    return new Row(set, measure, why, Optional.empty(), target);
  }

  /** How it stands. */
  public Mark mark() {
    return share.map(target::mark).orElse(Mark.NOT_MEASURED);
  }
}
