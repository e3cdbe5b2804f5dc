package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Crossing;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Pursuit;
import eu.passage.jobs.console.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A notice as an officer reads it in a terminal: what it is, its words, and what to answer to. */
final class NoticeCard {

  private static final double KMH = 3.6;

  private final Style style;
  private final String language;
  private final AlertCard alerts;

  /**
   * Cards for one reader.
   *
   * @param language ISO 639-1, one of the recipient's
   */
  NoticeCard(Style style, String language) {
    this.style = style;
    this.language = language;
    this.alerts = new AlertCard(style, language);
  }

  /**
   * Four lines and more; of an alert of a watch entry the whole {@link AlertCard}.
   *
   * @param now for how old it is
   */
  List<String> lines(Notice notice, Instant now) {
    Alert alert = notice.getAlert();
    CardText card = new CardText(style, notice.getSeverity());
    if (alert != null && alert.getWatch() != null) {
      List<String> lines = new ArrayList<>(alerts.lines(alert, now));
      card.line(style.faint("alert " + CardText.shown(notice.getAlertId())));
      lines.addAll(card.lines());
      return lines;
    }
    card.line(
        style.bold(kind(notice.getKind()))
            + "  "
            + CardText.urgent(style, notice.getSeverity(), notice.getSeverity().name()));
    card.wrap(text(notice), UnaryOperator.identity());
    card.wrap(border(notice.getKind(), notice.getCrossing()), UnaryOperator.identity());
    card.wrap(update(notice.getUpdate()), UnaryOperator.identity());
    card.wrap(
        List.of(CardText.moment(notice.getAt()), CardText.ago(notice.getAt(), now), camera(alert)),
        style::bold);
    card.wrap("alert " + notice.getAlertId(), style::faint);
    return card.lines();
  }

  private static String kind(NoticeKind kind) {
    return switch (kind) {
      case EXPECTED -> "EXPECTED AT THE BORDER";
      case CROSSED -> "CROSSED THE BORDER";
      case TURNED_OFF -> "NO LONGER EXPECTED";
      case UPDATE -> "UPDATE";
      case ALERT -> "ALERT";
      case UNKNOWN -> "UNKNOWN KIND OF NOTICE";
    };
  }

  /** In the reader's language; where a notice lacks it in any it has, rather than not at all. */
  private String text(Notice notice) {
    Map<String, String> texts = notice.getTexts();
    String text = texts.get(language);
    return text != null ? text : texts.values().stream().sorted().findFirst().orElse("");
  }

  private static List<String> border(NoticeKind kind, @Nullable Crossing crossing) {
    if (crossing == null) {
      return List.of();
    }
    String from = crossing.getFromCountry();
    Float speed = crossing.getSpeed();
    boolean over = kind == NoticeKind.TURNED_OFF;
    return List.of(
        crossing.getPlace(),
        crossing.getRoad(),
        (from.isEmpty() ? "?" : from) + ">" + crossing.getToCountry(),
        speed == null || over ? "" : speed(speed, crossing.getSpeedSince()),
        over
            ? ""
            : crossing.getPursuit() == Pursuit.ALLOWED
                ? "pursuit allowed, " + crossing.getPursuitBasis()
                : "no pursuit over the border",
        over ? "" : "inform " + crossing.getInform());
  }

  private static String speed(float metresASecond, @Nullable String since) {
    String speed = Math.round(metresASecond * KMH) + " km/h";
    return since == null ? speed : "at least " + speed + " since " + since;
  }

  private static List<String> update(@Nullable AlertUpdate update) {
    if (update == null) {
      return List.of();
    }
    return List.of(
        lower(update.getState()),
        update.getOutcome() == Outcome.OPEN ? "" : lower(update.getOutcome()),
        update.getBy().isEmpty() ? "" : "by " + update.getBy(),
        update.getComment());
  }

  private static String camera(@Nullable Alert alert) {
    if (alert == null || alert.getPassages().isEmpty()) {
      return "";
    }
    PassageReference last = alert.getPassages().get(alert.getPassages().size() - 1);
    return last.getCameraId() + " " + last.getRoad();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
