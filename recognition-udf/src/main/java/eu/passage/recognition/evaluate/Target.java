package eu.passage.recognition.evaluate;

import java.util.Locale;

/**
 * What a figure has to reach.
 *
 * @param sense whether more or less is better
 * @param required a share, 0 to 1
 * @param stretch a share that would please more
 */
public record Target(Sense sense, double required, double stretch) {

  /** Which way a figure should go. */
  public enum Sense {
    AT_LEAST,
    AT_MOST
  }

  /** What became of it. */
  public enum Mark {
    STRETCH("stretch"),
    PASS("pass"),
    FAIL("FAIL"),
    NOT_MEASURED("not measured");

    private final String word;

    Mark(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** A figure that must not be below this. */
  public static Target atLeast(double required, double stretch) {
    return new Target(Sense.AT_LEAST, required, stretch);
  }

  /** A figure that must not be above this. */
  public static Target atMost(double required, double stretch) {
    return new Target(Sense.AT_MOST, required, stretch);
  }

  /** How a figure stands against it. */
  public Mark mark(double value) {
    if (meets(value, stretch) && stretch != required) {
      return Mark.STRETCH;
    }
    return meets(value, required) ? Mark.PASS : Mark.FAIL;
  }

  /** The requirement in words. */
  public String requiredText() {
    return text(required);
  }

  /** The stretch in words; empty where there is none of its own. */
  public String stretchText() {
    return stretch == required ? "" : text(stretch);
  }

  private boolean meets(double value, double bound) {
    return sense == Sense.AT_LEAST ? value >= bound : value <= bound;
  }

  private String text(double bound) {
    String percent = String.format(Locale.ROOT, "%.1f", 100 * bound).replaceAll("\\.0$", "");
    return (sense == Sense.AT_LEAST ? "≥ " : "≤ ") + percent + " %";
  }
}
