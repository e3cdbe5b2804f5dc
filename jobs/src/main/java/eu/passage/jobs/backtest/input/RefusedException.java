package eu.passage.jobs.backtest.input;

/** A passage that cannot be used. It has no stack trace: it is an answer, not an accident. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.meaning(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
