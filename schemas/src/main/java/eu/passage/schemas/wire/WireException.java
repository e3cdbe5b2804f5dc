package eu.passage.schemas.wire;

import java.io.IOException;

/** A record could not be read or written; the reason says whose fault it is and what helps. */
public final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The bytes do not start with a zero byte and a schema id. Trying again changes nothing. */
    NOT_WIRE_FORMAT,
    /** The registry does not know the id. Trying again changes nothing. */
    UNKNOWN_SCHEMA_ID,
    /** The record's schema and ours cannot be resolved. Trying again changes nothing. */
    INCOMPATIBLE_SCHEMA,
    /** The bytes are not Avro of their schema: cut off, out of range or too long. */
    MALFORMED_RECORD,
    /** The registry does not answer. The record may be sound: try again, never drop it. */
    REGISTRY_UNREACHABLE,
    /** The registry refuses to answer us: wrong credentials, or an answer nobody understands. */
    REGISTRY_REFUSED
  }

  private final Reason reason;

  WireException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  WireException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }

  /**
   * Whether the record itself is at fault, so that it belongs to the dead letters. Otherwise the
   * registry is: the record must be kept and read again later.
   */
  public boolean isFaultOfRecord() {
    return switch (reason) {
      case NOT_WIRE_FORMAT, UNKNOWN_SCHEMA_ID, INCOMPATIBLE_SCHEMA, MALFORMED_RECORD -> true;
      case REGISTRY_UNREACHABLE, REGISTRY_REFUSED -> false;
    };
  }
}
