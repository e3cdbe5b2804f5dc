package eu.passage.cep.language;

import eu.passage.cep.wording.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times of scenarios. {@code D} is Wednesday 11 March 2026, {@code D+1} the day after,
 * {@code D-28..D-1} the four weeks before, {@code 2026-03-29} a date. Times are local times of
 * Brussels and Paris; of the hour that comes twice in October the first is meant.
 */
final class When {

  /** Day {@code D}: a Wednesday, no holiday, and no change of the clocks near. */
  static final LocalDate BASE = LocalDate.of(2026, 3, 11);

  /** Days from {@code D} that are still told as {@code D+366}; others by their date. */
  private static final int FAR = 366;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private static final String RANGE = "..";
  private static final Pattern DAY_LIKE =
      Pattern.compile("D([+\\-.].*)?|\\d{4}-.*|.*\\.\\..*", Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATIVE = Pattern.compile("D(?:([+-])(\\d{1,4}))?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{3}))?)?");

  private When() {}

  /** The day or days a line begins with; {@code D} where it begins with none; else a fault. */
  static List<LocalDate> days(Words words) {
    if (!DAY_LIKE.matcher(words.peek().text()).matches()) {
      return List.of(BASE);
    }
    Words.Word word = words.take();
    List<LocalDate> days = days(word.text());
    if (days.isEmpty()) {
      words.fault(
          word,
          "'%s' is no day.".formatted(Fields.shown(word.text())),
          "Write D, D+1, D-3, D-28..D-1 or 2026-03-29; D is Wednesday, 11 March 2026.");
    }
    return days;
  }

  /** The time of day that comes next in a line; empty where none does, with a fault. */
  static Optional<LocalTime> time(Words words, String example) {
    Words.Word word = words.take();
    Matcher time = TIME.matcher(word.text());
    try {
      if (time.matches()) {
        return Optional.of(
            LocalTime.of(number(time, 1), number(time, 2), number(time, 3))
                .plusNanos(number(time, 4) * 1_000_000L));
      }
    } catch (DateTimeException e) {
      // 25:00 is no time either
    }
    words.fault(
        word,
        word.text().isEmpty()
            ? "The time of day is missing."
            : "'%s' is no time of day.".formatted(Fields.shown(word.text())),
        "A line is written like " + example);
    return Optional.empty();
  }

  /** The moment; empty for a time that the clocks jump over on that day, with a fault. */
  static Optional<Instant> moment(Words words, Words.Word word, LocalDate day, LocalTime time) {
    LocalDateTime local = day.atTime(time);
    Optional<Instant> moment =
        Wording.ZONE.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    if (moment.isEmpty()) {
      words.fault(
          word,
          "On %s there was no %s, since the clocks were put forward.".formatted(day, word.text()),
          "Choose a time before 02:00 or from 03:00 on.");
    }
    return moment;
  }

  /** As a scenario says it, without the day where that is {@code D}. */
  static String text(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, Wording.ZONE);
    long days = ChronoUnit.DAYS.between(BASE, local.toLocalDate());
    String day =
        days == 0 ? "" : Math.abs(days) > FAR ? local.toLocalDate() + " " : "D%+d ".formatted(days);
    boolean whole = local.getSecond() == 0 && local.getNano() == 0;
    return day + (whole ? MINUTES : local.getNano() == 0 ? SECONDS : MILLIS).format(local);
  }

  private static List<LocalDate> days(String word) {
    int range = word.indexOf(RANGE);
    Optional<LocalDate> first = day(range < 0 ? word : word.substring(0, range));
    Optional<LocalDate> last = range < 0 ? first : day(word.substring(range + RANGE.length()));
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
      return List.of();
    }
    return first.get().datesUntil(last.get().plusDays(1)).limit(RuleLimits.GIVEN + 1L).toList();
  }

  private static Optional<LocalDate> day(String word) {
    Matcher relative = RELATIVE.matcher(word);
    if (relative.matches()) {
      int days = relative.group(2) == null ? 0 : Integer.parseInt(relative.group(2));
      return Optional.of(BASE.plusDays("-".equals(relative.group(1)) ? -days : days));
    }
    try {
      return DATE.matcher(word).matches() ? Optional.of(LocalDate.parse(word)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
