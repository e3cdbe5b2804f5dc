package eu.passage.cep.engine;

import java.util.Locale;

/** A rule asks so much about one passage that it would hold up all others. */
public final class CostlyRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Questions about one passage; about ten milliseconds. */
  static final int LIMIT = 200_000;

  CostlyRuleException() {
    super(
        String.format(
            Locale.ROOT,
            "more than %,d questions about one passage: too many passages fit too many steps; make"
                + " the steps stricter or the window shorter",
            LIMIT));
  }

  /** This exception where it lies behind another, as flink-cep wraps it; else the other. */
  static RuntimeException behind(RuntimeException why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof CostlyRuleException costly) {
        return costly;
      }
    }
    return why;
  }
}
