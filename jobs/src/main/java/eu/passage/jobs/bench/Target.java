package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A figure and what it has to be. One that is no number misses it.
 *
 * @param what after the figure
 * @param moreIsBetter whether the figure has to be at least so, and not at most
 * @param must what it has to reach
 * @param wanted what it should reach
 */
public record Target(String what, double figure, boolean moreIsBetter, double must, double wanted) {

  /** What must not be below one bound, and should not be below another. */
  public static Target atLeast(String what, double figure, double must, double wanted) {
    return new Target(what, figure, true, must, wanted);
  }

  /** What must not be above a bound. */
  public static Target atMost(String what, double figure, double must) {
    return new Target(what, figure, false, must, must);
  }

  public boolean isMet() {
    return moreIsBetter ? figure >= must : figure <= must;
  }

  /** For people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%-8s %s %s (%s %s%s)",
        isMet() ? "met" : "MISSED",
        number(figure),
        what,
        moreIsBetter ? "at least" : "at most",
        number(must),
        wanted == must ? "" : ", wanted " + number(wanted));
  }

  /** For scripts. */
  public void json(ObjectNode node) {
    node.put("what", what)
        .put("figure", figure)
        .put(moreIsBetter ? "atLeast" : "atMost", must)
        .put("wanted", wanted)
        .put("met", isMet());
  }

  private static String number(double value) {
    return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
