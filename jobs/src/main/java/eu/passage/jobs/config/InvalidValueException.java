package eu.passage.jobs.config;

/** Thrown by a section's constructor for a value out of its range. */
final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String key;

  private InvalidValueException(String key, String message) {
    super(message);
    this.key = key;
  }

  /** The key within its section. */
  String key() {
    return key;
  }

  /** For what a module refuses in its own words. */
  static InvalidValueException refused(String key, IllegalArgumentException cause) {
    InvalidValueException refused =
        new InvalidValueException(key, String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }

  /** Throws unless the condition holds. */
  static void require(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw new InvalidValueException(
          key, "'%s' is not allowed; write %s".formatted(value, allowed));
    }
  }
}
