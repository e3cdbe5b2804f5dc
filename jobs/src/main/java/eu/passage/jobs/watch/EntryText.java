package eu.passage.jobs.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.Pursuit;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.console.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry in words. */
final class EntryText {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Wording.ZONE);

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private EntryText() {}

  /** All that an entry says, line by line; of one that may be approved what is decided on. */
  static String card(WatchEntry entry, EntryState state, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s version %d: %s%s"
            .formatted(
                entry.getEntryId(), entry.getVersion(), state.words(), left(entry, state, now)));
    add(lines, "vehicle", vehicle(entry));
    add(lines, "where", where(entry));
    add(lines, "action", action(entry));
    add(lines, "offence", offence(entry.getOffence()));
    add(lines, "basis", entry.getLegalBasis());
    add(lines, "purpose", entry.getPurpose());
    add(lines, "case", entry.getCaseNumber());
    add(lines, "requester", entry.getRequester());
    add(lines, "approver", entry.getApprover());
    add(lines, "from", when(entry.getStartsAt()));
    add(lines, "until", when(entry.getExpiresAt()));
    add(lines, "tells", String.join(", ", entry.getRecipients()));
    add(lines, "languages", String.join(", ", entry.getLanguages()));
    add(lines, "list", entry.getList());
    add(lines, "corrects", entry.getCorrects());
    add(lines, "now", entry.getCorrectedBy());
    add(lines, "withdrawn", withdrawn(entry));
    return String.join("\n", lines);
  }

  /** {@code 1ABC234 BE}, {@code white van}, {@code 1AB?2* white}. */
  static String vehicle(WatchEntry entry) {
    return words(
        entry.getPlate(),
        entry.getCountry(),
        entry.getColour() == Colour.UNKNOWN ? "" : lower(entry.getColour()),
        entry.getMake(),
        entry.getType() == VehicleType.UNKNOWN ? "" : lower(entry.getType()));
  }

  /** {@code observe}. */
  static String action(WatchEntry entry) {
    return lower(entry.getAction());
  }

  /** By the clocks of Brussels. */
  static String when(Instant moment) {
    return WHEN.format(moment);
  }

  /** {@code 12} of an entry that can still match, rounded up; else empty. */
  static String daysLeft(WatchEntry entry, EntryState state, Instant now) {
    if (!state.isOpen()) {
      return "";
    }
    long seconds = Duration.between(now, entry.getExpiresAt()).toSeconds();
    return Long.toString((seconds + DAY_SECONDS - 1) / DAY_SECONDS);
  }

  private static String left(WatchEntry entry, EntryState state, Instant now) {
    String days = daysLeft(entry, state, now);
    return days.isEmpty() ? "" : ", days left: " + days;
  }

  private static String where(WatchEntry entry) {
    String hours =
        entry.getFromTime() == null ? "" : entry.getFromTime() + " to " + entry.getUntilTime();
    String into = entry.getToCountry() == null ? "" : "into " + entry.getToCountry();
    return String.join(
        "; ",
        Stream.of(String.join(", ", entry.getZones()), into, hours)
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static String offence(String id) {
    boolean allowed = Offences.shipped().pursuit(id) == Pursuit.ALLOWED;
    return "%s (pursuit over the border: %s)"
        .formatted(Offences.shipped().name(id, "en"), allowed ? "allowed" : "not allowed");
  }

  private static String withdrawn(WatchEntry entry) {
    String by = entry.getWithdrawnBy() == null ? "" : "by " + entry.getWithdrawnBy();
    String because = entry.getWithdrawnBecause() == null ? "" : entry.getWithdrawnBecause();
    return String.join(": ", Stream.of(by, because).filter(text -> !text.isEmpty()).toList());
  }

  private static void add(List<String> lines, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      lines.add("  %-10s %s".formatted(name, Shown.text(text)));
    }
  }

  private static String words(@Nullable String... words) {
    return String.join(
        " ", Stream.of(words).filter(word -> word != null && !word.isBlank()).toList());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
