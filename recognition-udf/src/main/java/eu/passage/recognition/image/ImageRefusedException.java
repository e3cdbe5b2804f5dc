package eu.passage.recognition.image;

import eu.passage.avro.DeadLetterReason;

/** A picture that cannot be used: the reason, and a message that says what would be right. */
public final class ImageRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  public ImageRefusedException(DeadLetterReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ImageRefusedException(DeadLetterReason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The reason as dead letters carry it. */
  public DeadLetterReason reason() {
    return reason;
  }
}
