package eu.passage.jobs.police;

/** What became of an event that was sent to a webhook. */
sealed interface Delivery {

  /**
   * The receiver has it.
   *
   * @param attempts how often it was sent
   */
  record Accepted(int attempts) implements Delivery {}

  /**
   * The receiver will never take it.
   *
   * @param status HTTP status
   * @param reason what it answered, cut short
   */
  record Refused(int status, String reason) implements Delivery {}

  /** The command ended before the receiver had it. */
  record Interrupted() implements Delivery {}
}
