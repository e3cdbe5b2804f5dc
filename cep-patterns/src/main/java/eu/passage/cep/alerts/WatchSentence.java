package eu.passage.cep.alerts;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.NextPlace;
import eu.passage.avro.PassageReference;
import eu.passage.avro.WatchReference;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.watch.Confirmation;
import eu.passage.cep.watch.EntryPlates;
import eu.passage.cep.wording.Wording;
import eu.passage.cep.wording.Words;
import eu.passage.schemas.plates.PlateSyntax;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a vehicle of the watchlist in one language: which, listed for what, where, which
 * way and when; how sure that is; how old the entry is; where the vehicle can be next; what to do.
 * The words are in {@code words_XX.properties}. Times are local times of Brussels and Paris.
 */
final class WatchSentence {

  private static final double KMH = 3.6;

  /** Of the places where it can be next, a sentence names so many. */
  private static final int PLACES = 2;

  private static final Duration HOURS_IN_DAYS = Duration.ofHours(48);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Wording.ZONE);

  private final Words words;
  private final DateTimeFormatter moment;

  WatchSentence(String language) {
    words = new Words(WatchSentence.class, language);
    moment =
        DateTimeFormatter.ofPattern(words.text("moment"), words.locale()).withZone(Wording.ZONE);
  }

  String language() {
    return words.locale().getLanguage();
  }

  /**
   * @param confirmation what speaks for the read; null where nothing does
   * @param staleAt from when on a newer making of the entry's list is overdue
   */
  String of(Alert alert, @Nullable Confirmation confirmation, Instant staleAt, Instant now) {
    WatchReference watch = Objects.requireNonNull(alert.getWatch());
    List<String> sentences = new ArrayList<>();
    sentences.add(timely(seen(alert, watch), alert, confirmation, now));
    if (alert.getSpeed() != null) {
      sentences.add(words.say("speed", Long.toString(Math.round(alert.getSpeed() * KMH))));
    }
    plates(alert, watch, sentences);
    sentences.add(words.say("tier." + watch.getTier()));
    agreement(watch, sentences);
    if (confirmation != null) {
      String how = !confirmation.surely() ? "together" : confirmation.later() ? "later" : "before";
      sentences.add(words.say("confirmed." + how, confirmation.camera()));
    }
    age(alert, watch, staleAt, now, sentences);
    next(watch, sentences);
    sentences.add(words.say("action." + watch.getAction()));
    return String.join(" ", sentences);
  }

  /** What is not now begins with that. */
  private String timely(
      String seen, Alert alert, @Nullable Confirmation confirmation, Instant now) {
    WatchReference watch = Objects.requireNonNull(alert.getWatch());
    if (!watch.getEarlier()) {
      return alert.getLate() ? words.say("late", seen) : seen;
    }
    Instant starts = watch.getStartsAt();
    String why =
        confirmation != null && confirmation.later()
            ? "unconfirmed"
            : starts != null && starts.isAfter(alert.getAt()) ? "active" : "known";
    return now.isAfter(alert.getAt())
        ? words.say("earlier." + why, seen, ago(alert.getAt(), now))
        : words.say("earlier-undated." + why, seen);
  }

  private String seen(Alert alert, WatchReference watch) {
    PassageReference last = alert.getPassages().get(alert.getPassages().size() - 1);
    String entered = last.getToCountry();
    return words.say(
        entered == null ? "passed." + alert.getDirection() : "crossed",
        vehicle(alert),
        Offences.shipped().name(watch.getOffence(), language()),
        watch.getCaseNumber(),
        last.getCameraId(),
        last.getRoad(),
        moment.format(alert.getAt()),
        entered == null ? "" : into(entered));
  }

  private String vehicle(Alert alert) {
    String country = alert.getCountry();
    Colour colour = alert.getColour().getValue();
    MakeEstimate make = alert.getMake();
    boolean typeSure = alert.getType().getConfidence() >= PassageFacts.SURE;
    boolean colourSure =
        colour != Colour.UNKNOWN && alert.getColour().getConfidence() >= PassageFacts.SURE;
    return words.text("type." + (typeSure ? alert.getType().getValue() : "UNKNOWN"))
        + " "
        + PlateSyntax.shipped().display(country, alert.getPlate())
        + " ("
        + (country == null ? words.text("unknown-country") : country)
        + ")"
        + (colourSure ? ", " + words.text("colour." + colour) : "")
        + (make == null ? "" : ", " + make.getValue());
  }

  private void plates(Alert alert, WatchReference watch, List<String> sentences) {
    String read = alert.getPlate();
    String listed = watch.getPlate();
    if (listed.isEmpty()) {
      sentences.add(words.say("listed.description"));
    } else if (!EntryPlates.isExact(listed)) {
      sentences.add(words.say("listed.wildcard", listed));
    } else if (read.length() != listed.length()) {
      sentences.add(words.say("differs.length", read, listed));
    } else if (!watch.getDiffers().isEmpty()) {
      String characters =
          watch.getDiffers().stream()
              .map(place -> words.say("difference", at(read, place), at(listed, place)))
              .collect(Collectors.joining(", "));
      sentences.add(words.say("differs", read, listed, characters));
    }
  }

  private static String at(String plate, int place) {
    return plate.substring(place, place + 1);
  }

  private void agreement(WatchReference watch, List<String> sentences) {
    for (Agreement one : List.of(Agreement.DIFFERS, Agreement.AGREES)) {
      List<String> names = new ArrayList<>();
      if (watch.getType() == one) {
        names.add(words.text("attribute.type"));
      }
      if (watch.getColour() == one) {
        names.add(words.text("attribute.colour"));
      }
      if (watch.getMake() == one) {
        names.add(words.text("attribute.make"));
      }
      if (!names.isEmpty()) {
        sentences.add(words.say("attributes." + one, String.join(", ", names)));
      }
    }
  }

  private void age(
      Alert alert, WatchReference watch, Instant staleAt, Instant now, List<String> sentences) {
    Instant from = watch.getEarlier() && now.isAfter(alert.getAt()) ? now : alert.getAt();
    if (watch.getMadeAt().isBefore(from)) {
      String key = watch.getList().isEmpty() ? "age.entry" : "age.list";
      sentences.add(words.say(key, ago(watch.getMadeAt(), from), watch.getList()));
    }
    if (!from.isBefore(staleAt)) {
      sentences.add(words.text("age.stale"));
    }
  }

  private String ago(Instant then, Instant now) {
    Duration span = Duration.between(then, now);
    if (span.compareTo(Duration.ofMinutes(1)) < 0) {
      return words.say("ago.seconds", span.toSeconds());
    }
    if (span.compareTo(Duration.ofHours(1)) < 0) {
      return words.say("ago.minutes", span.toMinutes());
    }
    return span.compareTo(HOURS_IN_DAYS) < 0
        ? words.say("ago.hours", span.toHours())
        : words.say("ago.days", span.toDays());
  }

  private void next(WatchReference watch, List<String> sentences) {
    String places =
        watch.getNext().stream().limit(PLACES).map(this::place).collect(Collectors.joining("; "));
    if (!places.isEmpty()) {
      sentences.add(words.say("next", places));
    }
  }

  private String place(NextPlace next) {
    String entered = next.getToCountry();
    String from = TIME.format(next.getEarliestAt());
    return entered == null
        ? words.say("next.place", next.getPlace(), next.getRoad(), from)
        : words.say("next.border", next.getPlace(), next.getRoad(), from, into(entered));
  }

  private String into(String country) {
    return words
        .find("into." + country)
        .orElseGet(
            () ->
                words.say(
                    "into.other",
                    new Locale.Builder()
                        .setRegion(country)
                        .build()
                        .getDisplayCountry(words.locale())));
  }
}
