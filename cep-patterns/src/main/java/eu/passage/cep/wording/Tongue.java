package eu.passage.cep.wording;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.model.Distinct;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a language: pieces of sentences with their prepositions, agreement and order of
 * words. Where a piece takes a {@code how}, it is an adverb ({@link #together}, {@link #times}) or
 * nothing, and the language knows its place. A language is one file, however long, so that who
 * corrects its grammar sees all of it.
 */
abstract sealed class Tongue permits English, French, Dutch {

  /** From so many hours on a span is said in days: 24 hours are clearer than a day. */
  static final int HOURS_IN_DAYS = 48;

  private final Locale locale;

  Tongue(Locale locale) {
    this.locale = locale;
  }

  /** ISO 639-1. */
  final String language() {
    return locale.getLanguage();
  }

  /** The country's name without an article. */
  final String name(String iso) {
    return Countries.name(iso, locale).orElse(iso);
  }

  /** {@code and}. */
  abstract String and();

  // Things

  /** {@code truck}, without an article; {@code vehicle} where nobody knows. */
  abstract String noun(VehicleType type);

  /** {@code The truck}, {@code The vehicles}, to begin a sentence. */
  abstract String subject(Subject subject);

  /** {@code red}. */
  abstract String colour(Colour colour);

  /** {@code country unknown}. */
  abstract String countryUnknown();

  /** {@code camera EST-1 (N511)}; {@code an unknown camera} without a name. */
  abstract String camera(Optional<String> name);

  // Places and times

  /** {@code at camera EST-1 (N511)}. */
  abstract String at(Optional<String> camera);

  /** {@code at cameras EST-1 and EST-2}. */
  abstract String atCameras(List<String> names);

  /** {@code at 4 cameras}; always more than one. */
  abstract String atCameras(int number);

  /** {@code at 02:10 on 10 March}. */
  abstract String at(Moment moment);

  /** {@code between 02:10 and 02:50 on 10 March}; the second with its day: so is the first. */
  abstract String between(Moment from, Moment to);

  /** {@code 2 hours 5 minutes}. */
  abstract String span(Duration span);

  // Deeds

  /** {@code together}. */
  abstract String together();

  /** {@code 3 times}; always more than one. */
  abstract String times(int number);

  /** {@code entered Belgium}, without its subject. */
  abstract String did(Deed deed, Subject subject, String how);

  /** {@code passed camera EST-1 (N511)}. */
  abstract String passed(Optional<String> camera, Subject subject, String how);

  /** {@code was seen 3 more times}. */
  abstract String seenMore(int number, Subject subject);

  /** {@code passed 3 different cameras}; values are said where they tell something. */
  abstract String differed(
      Distinct distinct, int number, List<String> values, Subject subject, String how);

  /** {@code had not left Belgium by 14:10, 12 hours later}. */
  abstract String hadNot(Deed deed, Subject subject, Moment by, String span);

  /** {@code ; the passage that should have followed had not come by 14:10, 12 hours later}. */
  abstract String hadNotCome(Moment by, String span);

  // Ends of a sentence, with what separates them from it

  /** {@code , 40 minutes later}. */
  abstract String later(String span);

  /** {@code , at the same moment}. */
  abstract String atOnce();

  /** {@code , all in 40 minutes}. */
  abstract String allIn(String span);

  /** {@code in 40 minutes}, before anything else is said. */
  abstract String in(String span);

  /** {@code , never more than 12 seconds apart}. */
  abstract String neverFurtherApart(String span);

  /** {@code , first at … and last at …}. */
  abstract String firstAndLast(String first, String last);

  /** A colon as it is set. */
  abstract String colon();

  // Sentences of their own

  /** {@code The clocks changed in between.} Else times and spans would seem to disagree. */
  abstract String clocksChanged();

  /** {@code These passages were reported late.} */
  abstract String late(int late, int all);

  /** {@code Cameras EST-1 and TOU-2 are at least 40 km apart.} */
  abstract String apart(String one, String other, String kilometres, Optional<String> speed);

  /** {@code What the cameras saw differs: type (car, truck), make.} */
  abstract String differ(List<String> attributes);

  /** The word for {@code type}, {@code colour}, {@code make} or {@code model}. */
  abstract String attribute(String attribute);

  // What all share

  /**
   * {@code 1-ABC-234 (BE)}.
   *
   * @param text as it is written
   */
  final String plate(String text, @Nullable String country) {
    return text + " (" + (country == null ? countryUnknown() : country) + ")";
  }

  /** {@code a, b and c}. */
  final String join(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " " + and() + " " + parts.get(last);
  }

  /** {@code 12,000}. */
  final String number(long n) {
    return String.format(locale, "%,d", n);
  }

  /** Words with a blank between them, nothing where there is no word. */
  static String words(String... words) {
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(word);
      }
    }
    return joined.toString();
  }

  /** {@code (a, b)} with its blank, nothing without values. */
  static String bracketed(List<String> values) {
    return values.isEmpty() ? "" : " (" + String.join(", ", values) + ")";
  }
}
