package eu.passage.jobs.backtest.input;

/** Passages that cannot be read at all; the message says which and why. */
public final class UnusableInputException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableInputException(String message) {
    super(message);
  }

  UnusableInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
