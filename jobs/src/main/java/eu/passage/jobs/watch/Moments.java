package eu.passage.jobs.watch;

import eu.passage.cep.wording.Wording;
import eu.passage.schemas.text.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moments as people write them. */
final class Moments {

  /** For error messages. */
  static final String EXAMPLES = "30d, 2026-12-24, 2026-12-24T18:00 or 2026-12-24T17:00:00Z";

  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).atZone(Wording.ZONE).toInstant(),
          text -> LocalDate.parse(text).atStartOfDay(Wording.ZONE).toInstant());

  private Moments() {}

  /**
   * A span from a moment on, or ISO 8601; without an offset by the clocks of Brussels, a day alone
   * is its first moment. Empty when the text is none of them.
   */
  static Optional<Instant> parse(String text, Instant since) {
    return Durations.parse(text)
        .map(since::plus)
        .or(() -> FORMS.stream().flatMap(form -> tried(form, text).stream()).findFirst())
        .map(moment -> moment.truncatedTo(ChronoUnit.MILLIS));
  }

  private static Optional<Instant> tried(Function<String, Instant> form, String text) {
    try {
      return Optional.of(form.apply(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
