package eu.passage.cep.engine;

/** A rule asks so much about one passage that it would hold up all others. */
public final class CostlyRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Questions about one passage; about ten milliseconds. */
  static final int LIMIT = 200_000;

  CostlyRuleException() {
    super(
        "more than %d questions about one passage: too many passages fit too many steps; make the steps stricter or the window shorter"
            .formatted(LIMIT));
  }
}
