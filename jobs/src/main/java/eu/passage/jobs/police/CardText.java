package eu.passage.jobs.police;

import eu.passage.avro.Severity;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.console.Style;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Lines of a card, each behind an edge in the colour of its urgency, none wider than a terminal.
 */
final class CardText {

  /** Columns with the edge, so that a card fits a terminal of a hundred. */
  static final int WIDTH = 96;

  private static final String EDGE = "▌";
  private static final String SEPARATOR = " · ";
  private static final int INDENT = 2;

  /** Such as an address: cut, or it would be wider than a line. */
  private static final String LONG_WORD = "(\\S{%d})(?=\\S)".formatted(WIDTH - INDENT);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH).withZone(Wording.ZONE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Wording.ZONE);

  private final List<String> lines = new ArrayList<>();
  private final String edge;

  CardText(Style style, Severity severity) {
    edge = urgent(style, severity, EDGE);
  }

  /** In the colour of its urgency. */
  static String urgent(Style style, Severity severity, String text) {
    return switch (severity) {
      case HIGH -> style.red(text);
      case MEDIUM -> style.yellow(text);
      case LOW -> style.green(text);
    };
  }

  /** A line that is known to be short and may hold colours. */
  void line(String text) {
    lines.add((edge + " " + text).stripTrailing());
  }

  /** Words cut over as many lines as they need, each painted. */
  void wrap(String text, UnaryOperator<String> paint) {
    StringBuilder line = new StringBuilder();
    for (String word : shown(text).replaceAll(LONG_WORD, "$1 ").split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() + 1 > WIDTH - INDENT) {
        line(paint.apply(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(paint.apply(line.toString()));
  }

  /** What is told together, the empty left out, each whole on a line where that is possible. */
  void wrap(List<String> parts, UnaryOperator<String> paint) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        int joined = line.length() + SEPARATOR.length() + part.length();
        if (!line.isEmpty() && joined > WIDTH - INDENT) {
          wrap(line.toString(), paint);
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : SEPARATOR).append(part);
      }
    }
    if (!line.isEmpty()) {
      wrap(line.toString(), paint);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** {@code Fri 13 Mar 02:10:04}. */
  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** {@code 02:10}. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code 12 s ago}, {@code in 5 min}. */
  static String ago(Instant at, Instant now) {
    Duration span = Duration.between(at, now);
    return span.isNegative() ? "in " + span(span.negated()) : span(span) + " ago";
  }

  private static String span(Duration span) {
    if (span.compareTo(Duration.ofMinutes(2)) < 0) {
      return span.toSeconds() + " s";
    }
    if (span.compareTo(Duration.ofHours(2)) < 0) {
      return span.toMinutes() + " min";
    }
    return span.compareTo(Duration.ofHours(48)) < 0
        ? span.toHours() + " h"
        : span.toDays() + " days";
  }

  /** What records hold must not steer the terminal. */
  static String shown(String text) {
    return text.replaceAll("\\p{C}", "·");
  }
}
