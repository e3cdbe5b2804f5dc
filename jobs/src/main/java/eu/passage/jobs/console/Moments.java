package eu.passage.jobs.console;

import eu.passage.cep.wording.Wording;
import eu.passage.schemas.text.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Moments as people write them on a command line. */
public final class Moments {

  /** For error messages. */
  public static final String EXAMPLES =
      "2026-03-11T11:00:00Z, 2026-03-11T12:00 or 2026-03-11 (of Brussels), or 12h or 7d (before"
          + " now)";

  private Moments() {}

  /**
   * The moment, or empty when the text is none.
   *
   * @param now what a span of time counts back from
   */
  public static Optional<Instant> parse(String text, Instant now) {
    String stripped = text.strip();
    return Durations.parse(stripped)
        .map(now::minus)
        .or(() -> tried(() -> OffsetDateTime.parse(stripped).toInstant()))
        .or(() -> tried(() -> LocalDateTime.parse(stripped).atZone(Wording.ZONE).toInstant()))
        .or(() -> tried(() -> LocalDate.parse(stripped).atStartOfDay(Wording.ZONE).toInstant()));
  }

  private interface Attempt {
    Instant get();
  }

  private static Optional<Instant> tried(Attempt attempt) {
    try {
      return Optional.of(attempt.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
