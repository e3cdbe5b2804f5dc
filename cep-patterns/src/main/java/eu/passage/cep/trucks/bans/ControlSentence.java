package eu.passage.cep.trucks.bans;

import eu.passage.cep.wording.Wording;
import eu.passage.cep.wording.Words;
import eu.passage.schemas.plates.PlateSyntax;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in one sentence of the ban's language. Words are in {@code words_XX.properties}
 * of this package. Not for several threads at once.
 */
final class ControlSentence {

  /** ISO 639-1. */
  static final List<String> LANGUAGES = List.of("en", "fr", "nl", "de");

  private final Map<String, Words> languages = new HashMap<>();

  /**
   * @param clearest the passage whose plate was read best
   */
  String of(Breach breach, Sighting clearest) {
    Words words =
        languages.computeIfAbsent(
            breach.ban().language(), language -> new Words(ControlSentence.class, language));
    Restriction what = breach.ban().restriction();
    String truck = plate(clearest, words);
    String title = breach.ban().title();
    if (what instanceof Transit transit) {
      return transit(breach, transit, truck, title, words);
    }
    return what instanceof ClosedHours closed
        ? closed(breach.last(), closed, truck, title, words)
        : weighed(breach.last(), (Overweight) what, truck, title, words);
  }

  private static String transit(
      Breach breach, Transit transit, String truck, String title, Words words) {
    Sighting in = breach.passages().get(0);
    Sighting out = breach.last();
    return words.say(
        "transit",
        truck,
        in.point(),
        time(in.at(), words),
        out.point(),
        time(out.at(), words),
        day(out.at(), words),
        minutes(Duration.between(in.at(), out.at()), words),
        minutes(transit.within(), words),
        title);
  }

  private static String closed(
      Sighting passage, ClosedHours closed, String truck, String title, Words words) {
    Closure hours = closed.closure(passage).orElseThrow();
    return words.say(
        "closed",
        truck,
        passage.point(),
        time(passage.at(), words),
        day(passage.at(), words),
        hours.begin(),
        hours.end(),
        title);
  }

  private static String weighed(
      Sighting passage, Overweight limit, String truck, String title, Words words) {
    int measured = weight(passage.weightKg());
    Integer axles = passage.axles();
    return words.say(
        "overweight",
        truck,
        passage.point(),
        time(passage.at(), words),
        day(passage.at(), words),
        measured,
        limit.tolerance(),
        limit.certain(measured),
        limit.allowed(axles),
        axles == null ? "" : " " + words.say("axles", axles),
        title);
  }

  private static int weight(@Nullable Integer kilograms) {
    if (kilograms == null) {
      throw new IllegalArgumentException("nothing that was not weighed is overweight");
    }
    return kilograms;
  }

  private static String plate(Sighting passage, Words words) {
    String country = passage.country();
    return PlateSyntax.shipped().display(country, passage.plate())
        + " ("
        + (country == null ? words.text("unknown-country") : country)
        + ")";
  }

  /** Seconds only where there are some. */
  private static String minutes(Duration span, Words words) {
    long seconds = span.toSeconds();
    return seconds % 60 == 0
        ? words.say("minutes", seconds / 60)
        : words.say("minutes-seconds", seconds / 60, seconds % 60);
  }

  private static String time(Instant at, Words words) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", words.locale())
        .withZone(Wording.ZONE)
        .format(at);
  }

  private static String day(Instant at, Words words) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .withZone(Wording.ZONE)
        .format(at);
  }
}
