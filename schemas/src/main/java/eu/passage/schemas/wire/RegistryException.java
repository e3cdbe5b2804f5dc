package eu.passage.schemas.wire;

import java.io.IOException;

/** The schema registry did not do what it was asked. */
public final class RegistryException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The status and error code when there was no answer at all. */
  public static final int NO_ANSWER = 0;

  private final int status;
  private final int errorCode;

  RegistryException(int status, int errorCode, String message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
    this.status = NO_ANSWER;
    this.errorCode = NO_ANSWER;
  }

  /** The HTTP status, or {@link #NO_ANSWER}. */
  public int status() {
    return status;
  }

  /** The registry's own code, such as 40403 (schema not found), or {@link #NO_ANSWER}. */
  public int errorCode() {
    return errorCode;
  }

  /** Subject, version or schema not known. */
  public boolean isNotFound() {
    return status == 404;
  }

  /** The schema was refused because it is incompatible with the ones before it. */
  public boolean isIncompatible() {
    return status == 409;
  }

  /** Whether the same question may be answered later: no answer, overload or a fault inside. */
  public boolean isRetryable() {
    return status == NO_ANSWER || status == 429 || status >= 500;
  }
}
