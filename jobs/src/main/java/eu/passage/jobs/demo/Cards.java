package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Severity;
import eu.passage.avro.TollEvent;
import eu.passage.avro.VehicleType;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.console.Wrapped;
import eu.passage.jobs.police.AlertCard;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts, toll events and dead letters as a person reads them: some lines of text each. */
final class Cards {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final Style style;
  private final ZoneId zone;
  private final AlertCard watched;

  /** What goes for now where the cameras' time is played, not the machine's. */
  private Instant newest = Instant.MIN;

  /**
   * Cards for one reader.
   *
   * @param zone what times are told in
   */
  Cards(Style style, ZoneId zone) {
    this.style = style;
    this.zone = zone;
    this.watched = new AlertCard(style, "en");
  }

  /**
   * Three lines and more: what and who, why, where; for a watch entry all that an officer needs.
   */
  List<String> alert(Alert alert) {
    newest = newest.isBefore(alert.getAt()) ? alert.getAt() : newest;
    return alert.getWatch() == null ? rule(alert) : watched.lines(alert, newest);
  }

  private List<String> rule(Alert alert) {
    String edge = severity(alert.getSeverity(), "▌");
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%s %s %s  %s  %s",
            edge,
            severity(alert.getSeverity(), String.format("%-6s", alert.getSeverity())),
            style.bold(alert.getRuleId()),
            style.bold(plate(alert.getPlate(), alert.getCountry())),
            look(alert.getType().getValue(), alert.getColour().getValue())));
    Wrapped.lines(alert.getReason()).forEach(line -> lines.add(edge + " " + line));
    String trail =
        time(alert.getAt())
            + (alert.getLate() ? " (came late)" : "")
            + " · "
            + alert.getPassages().stream().map(this::passage).collect(Collectors.joining(", "))
            + " · to "
            + String.join(", ", alert.getRecipients());
    Wrapped.lines(trail).forEach(line -> lines.add(edge + " " + style.faint(line)));
    return lines;
  }

  /** One line: who, where, what it owes. */
  String toll(TollEvent event) {
    return String.format(
            "%s %s  %s %s %s  %s",
            style.cyan("€ toll"),
            style.bold(plate(event.getPlate(), event.getCountry())),
            event.getRoad(),
            event.getCameraId(),
            crossing(event.getFromCountry(), event.getToCountry()),
            TollWords.of(event))
        + style.faint("  " + time(event.getAt()));
  }

  /** One line: what was refused and why. */
  String deadLetter(DeadLetter letter) {
    return style.yellow("✗ refused " + letter.getReason())
        + "  "
        + letter.getMessage()
        + style.faint("  " + letter.getOrigin());
  }

  /** A moment in the reader's zone, such as {@code Mon 3 Mar 02:10}. */
  String time(Instant at) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  private String passage(PassageReference passage) {
    return passage.getCameraId()
        + " "
        + crossing(passage.getFromCountry(), passage.getToCountry())
        + String.format(Locale.ROOT, " %.0f %%", 100 * passage.getConfidence());
  }

  private String severity(Severity severity, String text) {
    return switch (severity) {
      case HIGH -> style.red(text);
      case MEDIUM -> style.yellow(text);
      case LOW -> style.green(text);
    };
  }

  private static String plate(String text, @Nullable String country) {
    return text + " (" + (country == null ? "?" : country) + ")";
  }

  private static String look(VehicleType type, Colour colour) {
    String kind = type == VehicleType.UNKNOWN ? "vehicle" : lower(type);
    return colour == Colour.UNKNOWN ? kind : lower(colour) + " " + kind;
  }

  private static String crossing(@Nullable String from, @Nullable String to) {
    return from == null || to == null ? "" : from + ">" + to;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
