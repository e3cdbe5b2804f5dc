package eu.passage.jobs.kafka;

/**
 * Kafka, the registry or a copy of the toll events does not answer; the message says which, where,
 * and what to do.
 */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is for the person at the command line. */
  public NoAnswerException(String message) {
    super(message);
  }

  /** The message is for the person at the command line. */
  public NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
