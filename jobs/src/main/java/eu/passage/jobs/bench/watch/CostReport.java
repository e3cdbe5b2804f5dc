package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Median;
import eu.passage.jobs.bench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What lists cost.
 *
 * @param names of the lists; the first is empty, the last holds no whole plates
 * @param nanos by list and round, for each passage
 * @param passages in a round
 */
record CostReport(List<String> names, List<List<Double>> nanos, int passages) {

  private static final double MOST_FOR_PLATES = 1.3;
  private static final double MOST_FOR_PATTERNS = 2;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "matching, medians of %d rounds of %,d passages",
            nanos.get(0).size(),
            passages));
    lines.add(
        String.format(Locale.ROOT, "  %-36s %16s %16s", "list", "ns a passage", "times no list"));
    for (int i = 0; i < names.size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-36s %,16.0f %16.2f",
              names.get(i),
              Median.of(nanos.get(i)),
              times(i)));
    }
    return lines;
  }

  List<Target> targets() {
    int last = names.size() - 1;
    return List.of(
        Target.atMost(
            "times the cost without a list: " + names.get(last - 1),
            times(last - 1),
            MOST_FOR_PLATES),
        Target.atMost(
            "times the cost without a list: " + names.get(last), times(last), MOST_FOR_PATTERNS));
  }

  void json(ObjectNode node) {
    for (int i = 0; i < names.size(); i++) {
      node.withArray("matching")
          .addObject()
          .put("list", names.get(i))
          .put("nanosPerPassage", Median.of(nanos.get(i)))
          .put("timesNoList", times(i));
    }
  }

  /** The median of the rounds' ratios: the machine is not as fast in one as in another. */
  private double times(int list) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < nanos.get(0).size(); round++) {
      ratios.add(nanos.get(list).get(round) / nanos.get(0).get(round));
    }
    return Median.of(ratios);
  }
}
