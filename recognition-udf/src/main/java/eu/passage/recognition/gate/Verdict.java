package eu.passage.recognition.gate;

import eu.passage.avro.DeadLetterReason;

/** What the gate says of a frame. */
public sealed interface Verdict {

  /** The frame may be recognised. */
  record Accepted() implements Verdict {}

  /**
   * The frame goes to dead letters.
   *
   * @param message what was wrong and what would be right
   */
  record Refused(DeadLetterReason reason, String message) implements Verdict {}
}
