package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.trucks.bans.Closure.OnHolidays;
import eu.passage.schemas.text.Suggestion;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours of a ban. */
final class ClosureReader {

  private static final List<String> KEYS = List.of("days", "holidays", "from", "to");
  private static final String EXAMPLE = "hours: [{days: [mon, tue], from: 22:00, to: 06:00}]";
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");
  private static final int DAY = 24 * 60;
  private static final Map<String, DayOfWeek> DAYS = days();
  private static final Map<String, OnHolidays> HOLIDAYS =
      Map.of("open", OnHolidays.OPEN, "closed", OnHolidays.CLOSED);

  private final DataFields closed;

  ClosureReader(DataFields closed) {
    this.closed = closed;
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
    return days;
  }

  List<Closure> read() {
    List<Closure> closures = new ArrayList<>();
    closed.require("hours", EXAMPLE);
    for (DataFields part : closed.parts("hours", "a closure", KEYS, EXAMPLE)) {
      Set<DayOfWeek> days = days(part);
      OnHolidays holidays = holidays(part);
      Optional<Integer> from = time(part, "from", "from: 22:00");
      Optional<Integer> to = time(part, "to", "to: 06:00");
      if (from.isPresent() && from.equals(to)) {
        part.fault(
            "to",
            "It begins and ends at the same time.",
            "For a whole day write from: 00:00 and to: 24:00");
      } else if (from.isPresent() && from.get() == DAY) {
        part.fault(
            "from", "No hours begin at the day's end.", "Write from: 00:00 on the day after.");
      } else if (from.isPresent() && to.isPresent()) {
        closures.add(new Closure(days, holidays, from.get(), to.get()));
      }
    }
    return closures;
  }

  private static Set<DayOfWeek> days(DataFields part) {
    if (!part.has("days")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DataText text : part.texts("days", "days: [mon, tue, wed, thu, fri]")) {
      DayOfWeek day = DAYS.get(text.value());
      if (day == null) {
        text.fault(
            "'%s' is no day of the week%s."
                .formatted(text.shown(), Suggestion.of(text.shown(), DAYS.keySet())),
            "Days are " + String.join(", ", DAYS.keySet()) + "; leave days out for all of them.");
      } else {
        days.add(day);
      }
    }
    return days;
  }

  private static OnHolidays holidays(DataFields part) {
    Optional<DataText> text = part.text("holidays", "holidays: closed");
    text.filter(one -> !HOLIDAYS.containsKey(one.value()))
        .ifPresent(
            one ->
                one.fault(
                    "'%s' does not say what a public holiday is.".formatted(one.shown()),
                    "Write closed or open; leave it out where it is a day like others."));
    return text.map(one -> HOLIDAYS.getOrDefault(one.value(), OnHolidays.AS_USUAL))
        .orElse(OnHolidays.AS_USUAL);
  }

  /** Minutes after midnight. */
  private static Optional<Integer> time(DataFields part, String key, String example) {
    if (!part.require(key, example)) {
      return Optional.empty();
    }
    return part.text(key, example).flatMap(text -> minutes(text, example));
  }

  private static Optional<Integer> minutes(DataText text, String example) {
    Matcher time = TIME.matcher(text.value().strip());
    if (time.matches()) {
      int minutes = Integer.parseInt(time.group(2));
      int all = Integer.parseInt(time.group(1)) * 60 + minutes;
      if (minutes < 60 && all <= DAY) {
        return Optional.of(all);
      }
    }
    text.fault(
        "'%s' is no time of day.".formatted(text.shown()),
        "Write hours and minutes from 00:00 to 24:00: " + example);
    return Optional.empty();
  }
}
