package eu.passage.jobs.police;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.NextPlace;
import eu.passage.avro.PassageReference;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.cep.followup.Offences;
import eu.passage.jobs.console.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * An alert of a watch entry as an officer reads it in a terminal: what to do, which vehicle and how
 * sure that is, where and how long ago, where it can be next, why, and what it rests on.
 */
public final class AlertCard {

  private static final double KMH = 3.6;

  /** Frames that are named; there may be more. */
  private static final int FRAMES = 3;

  /** Of a hash, enough to find it by. */
  private static final int SHORT_HASH = 12;

  private final Style style;
  private final String language;
  private final PlatesBeside plates;

  /**
   * Cards for one reader.
   *
   * @param language ISO 639-1, of the sentence; English where an alert lacks it
   */
  public AlertCard(Style style, String language) {
    this.style = style;
    this.language = language;
    this.plates = new PlatesBeside(style);
  }

  /**
   * The card's lines, 96 columns at most.
   *
   * @param alert of a watch entry
   * @param now for how old it is
   */
  public List<String> lines(Alert alert, Instant now) {
    WatchReference watch = Objects.requireNonNull(alert.getWatch(), "an alert of a watch entry");
    CardText card = new CardText(style, alert.getSeverity());
    card.line(head(alert, watch));
    plates.lines(alert, watch).forEach(card::line);
    card.wrap(vehicle(alert, watch), UnaryOperator.identity());
    card.wrap(where(alert), UnaryOperator.identity());
    card.wrap(
        List.of(CardText.moment(alert.getAt()), CardText.ago(alert.getAt(), now)), style::bold);
    card.wrap(next(watch), UnaryOperator.identity());
    card.wrap(
        alert.getReasons().getOrDefault(language, alert.getReason()), UnaryOperator.identity());
    card.wrap(entry(watch, now), style::faint);
    card.wrap(evidence(alert), style::faint);
    card.wrap(List.of("to " + String.join(", ", alert.getRecipients())), style::faint);
    return card.lines();
  }

  private String head(Alert alert, WatchReference watch) {
    String tier =
        switch (watch.getTier()) {
          case A -> "tier A, exact";
          case B -> "tier B, a letter or digit was settled";
          case C -> style.yellow("tier C, TO BE REVIEWED");
        };
    String head =
        action(watch.getAction())
            + "  "
            + CardText.urgent(style, alert.getSeverity(), alert.getSeverity().name())
            + "  "
            + tier;
    if (watch.getEarlier()) {
      return head + "  " + style.yellow("NOT NOW: passed before the entry");
    }
    return alert.getLate() ? head + "  " + style.yellow("NOT NOW: came late") : head;
  }

  private String action(WatchAction action) {
    return switch (action) {
      case STOP -> style.red("STOP");
      case DISCREET -> style.bold("DISCREET: report only");
      case OBSERVE -> style.bold("OBSERVE");
    };
  }

  private static List<String> vehicle(Alert alert, WatchReference watch) {
    VehicleType type = alert.getType().getValue();
    Colour colour = alert.getColour().getValue();
    MakeEstimate make = alert.getMake();
    String confirmed = watch.getConfirmedBy();
    return List.of(
        (colour == Colour.UNKNOWN ? "" : lower(colour) + " ")
            + (type == VehicleType.UNKNOWN ? "vehicle" : lower(type))
            + (make == null ? "" : ", " + make.getValue()),
        agreement("type", watch.getType()),
        agreement("colour", watch.getColour()),
        agreement("make", watch.getMake()),
        confirmed == null ? "" : "confirmed by " + confirmed);
  }

  private static String agreement(String what, Agreement agreement) {
    return switch (agreement) {
      case AGREES -> what + " agrees";
      case DIFFERS -> what + " DIFFERS";
      case UNKNOWN -> "";
    };
  }

  private static List<String> where(Alert alert) {
    List<PassageReference> passages = alert.getPassages();
    List<String> where = new ArrayList<>();
    if (!passages.isEmpty()) {
      PassageReference last = passages.get(passages.size() - 1);
      where.add(last.getCameraId());
      where.add(last.getRoad());
      where.add(
          last.getToCountry() == null ? "" : last.getFromCountry() + ">" + last.getToCountry());
      where.add("plate read %.0f %%".formatted(100 * last.getConfidence()));
    }
    where.add(alert.getDirection() == Direction.UNKNOWN ? "" : lower(alert.getDirection()));
    Float speed = alert.getSpeed();
    where.add(speed == null ? "" : Math.round(speed * KMH) + " km/h");
    return where;
  }

  private static List<String> next(WatchReference watch) {
    List<String> places = new ArrayList<>();
    for (NextPlace place : watch.getNext()) {
      places.add(
          (places.isEmpty() ? "next " : "")
              + place.getPlace()
              + (place.getToCountry() == null ? "" : " into " + place.getToCountry())
              + " from "
              + CardText.time(place.getEarliestAt()));
    }
    return places;
  }

  private List<String> entry(WatchReference watch, Instant now) {
    Instant starts = watch.getStartsAt();
    return List.of(
        "entry %s version %d".formatted(watch.getEntryId(), watch.getVersion()),
        "made " + CardText.ago(watch.getMadeAt(), now),
        starts == null ? "" : "active from " + CardText.moment(starts),
        watch.getList().isEmpty() ? "" : "list " + watch.getList(),
        Offences.shipped().name(watch.getOffence(), language),
        "case " + watch.getCaseNumber(),
        watch.getLegalBasis());
  }

  private static List<String> evidence(Alert alert) {
    List<Evidence> frames =
        alert.getPassages().stream().flatMap(passage -> passage.getEvidence().stream()).toList();
    List<String> parts = new ArrayList<>();
    for (Evidence frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
      String hash = frame.getSha256();
      parts.add(
          "%s%s sha256 %s…"
              .formatted(
                  parts.isEmpty() ? "evidence " : "",
                  frame.getUri() == null ? frame.getFrameId() : frame.getUri(),
                  hash.substring(0, Math.min(SHORT_HASH, hash.length()))));
    }
    if (frames.size() > FRAMES) {
      parts.add("and %d more".formatted(frames.size() - FRAMES));
    }
    return parts;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
