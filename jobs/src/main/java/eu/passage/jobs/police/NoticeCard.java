package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.Crossing;
import eu.passage.avro.Notice;
import eu.passage.avro.Pursuit;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.console.Wrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A notice as an officer reads it in a terminal: what it is, its words, and what to answer to. */
final class NoticeCard {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Wording.ZONE);

  private final Style style;
  private final String language;

  /**
   * Cards for one reader.
   *
   * @param language ISO 639-1, one of the recipient's
   */
  NoticeCard(Style style, String language) {
    this.style = style;
    this.language = language;
  }

  /**
   * Three lines and more.
   *
   * @param now for how old it is
   */
  List<String> lines(Notice notice, Instant now) {
    String edge = severity(notice.getSeverity(), "▌");
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s %s%s"
            .formatted(
                edge,
                severity(notice.getSeverity(), "%-6s".formatted(notice.getSeverity())),
                style.bold(notice.getKind().name().replace('_', ' ')),
                action(notice)));
    Wrapped.lines(text(notice)).forEach(line -> lines.add(edge + " " + line));
    Wrapped.lines(where(notice, now)).forEach(line -> lines.add(edge + " " + style.faint(line)));
    lines.add(edge + " " + style.faint(notice.getAlertId()));
    return lines;
  }

  /** In the reader's language; where a notice lacks it in any it has, rather than not at all. */
  private String text(Notice notice) {
    Map<String, String> texts = notice.getTexts();
    String text = texts.get(language);
    return Shown.text(
        text != null ? text : texts.values().stream().sorted().findFirst().orElse(""));
  }

  private String action(Notice notice) {
    Alert alert = notice.getAlert();
    WatchReference watch = alert == null ? null : alert.getWatch();
    Crossing crossing = notice.getCrossing();
    if (watch != null) {
      String word =
          watch.getAction() == WatchAction.STOP
              ? style.red(watch.getAction().name())
              : style.bold(watch.getAction().name());
      String when = watch.getEarlier() ? " · earlier passage" : "";
      return " · %s · tier %s%s".formatted(word, watch.getTier(), when);
    }
    return crossing == null || crossing.getPursuit() == Pursuit.ALLOWED
        ? ""
        : " · no pursuit over the border";
  }

  private static String where(Notice notice, Instant now) {
    StringBuilder where = new StringBuilder(TIME.format(notice.getAt()));
    long seconds = Duration.between(notice.getAt(), now).toSeconds();
    if (seconds >= 0) {
      where.append(" (%s ago)".formatted(age(seconds)));
    } else {
      where.append(" (in %s)".formatted(age(-seconds)));
    }
    Alert alert = notice.getAlert();
    if (alert != null && !alert.getPassages().isEmpty()) {
      var last = alert.getPassages().get(alert.getPassages().size() - 1);
      where.append(" · %s %s".formatted(last.getCameraId(), last.getRoad()));
    }
    return Shown.text(where.toString());
  }

  private static String age(long seconds) {
    if (seconds < 120) {
      return seconds + " s";
    } else if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }

  private String severity(Severity severity, String text) {
    return switch (severity) {
      case HIGH -> style.red(text);
      case MEDIUM -> style.yellow(text);
      case LOW -> style.green(text);
    };
  }
}
