package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.demo.Summary;
import eu.passage.jobs.measure.Latencies;
import java.util.List;
import java.util.Locale;

/**
 * How long it took until somebody knew, while cameras sent frames.
 *
 * @param effects from the approval being written to the entry being told to be active, read
 *     committed
 * @param asked entries that were approved
 * @param watched entries of which a vehicle passed after they were in effect
 * @param told those of them of which that passage raised an alert
 * @param summary of the demonstration beside it
 */
record LiveReport(Latencies effects, int asked, int watched, int told, Summary summary) {

  private static final double MOST_TO_EFFECT = 2;
  private static final double MOST_TO_ALERT = 1;
  private static final double MILLIS = 1e3;

  List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "live, %.0f s, %,d frames, %,d passages, %,d alerts",
            summary.elapsed().toMillis() / MILLIS,
            summary.frames(),
            summary.passages(),
            summary.alerts().values().stream().mapToInt(Integer::intValue).sum()),
        String.format(
            Locale.ROOT,
            "  from approval to effect   %d of %d entries, p50 %.2f s, longest %.2f s",
            effects.count(),
            asked,
            effect(50),
            effect(100)),
        String.format(
            Locale.ROOT, "  the next passage          %d of %d raised the alert", told, watched),
        String.format(
            Locale.ROOT,
            "  from frame to alert       p50 %.2f s, p99 %.2f s",
            summary.latency().map(Summary.Quantiles::p50).orElse(0L) / MILLIS,
            toAlert()));
  }

  List<Target> targets() {
    return List.of(
        Target.atMost("s from approval to effect, the longest", effect(100), MOST_TO_EFFECT),
        Target.atMost("entries that never came into effect", asked - effects.count(), 0),
        Target.atMost("watched vehicles that passed untold", watched - told, 0),
        Target.atMost("s from a frame to its alert, p99", toAlert(), MOST_TO_ALERT));
  }

  void json(ObjectNode node) {
    node.put("asked", asked)
        .put("inEffect", effects.count())
        .put("effectP50Seconds", effect(50))
        .put("effectLongestSeconds", effect(100))
        .put("watchedPassed", watched)
        .put("watchedTold", told)
        .put("alertP99Seconds", toAlert());
  }

  private double effect(int percent) {
    return effects.quantile(percent).map(millis -> millis / MILLIS).orElse(Double.NaN);
  }

  private double toAlert() {
    return summary
        .latency()
        .map(Summary.Quantiles::p99)
        .map(p99 -> p99 / MILLIS)
        .orElse(Double.NaN);
  }
}
