package eu.passage.recognition.model;

/** A model directory that cannot be used: which, what is wrong with it, and what would be right. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
