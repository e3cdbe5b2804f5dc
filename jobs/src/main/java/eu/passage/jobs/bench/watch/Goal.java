package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What a figure may be at most.
 *
 * @param what after the figure
 */
record Goal(String what, double figure, double most) {

  boolean isMet() {
    return figure <= most;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-8s %s %s (at most %s)",
        isMet() ? "met" : "MISSED",
        number(figure),
        what,
        number(most));
  }

  void json(ObjectNode node) {
    node.put("what", what).put("figure", figure).put("atMost", most).put("met", isMet());
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
