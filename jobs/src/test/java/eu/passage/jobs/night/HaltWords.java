package eu.passage.jobs.night;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Stems of words for halting a vehicle or seizing who is in it, in the four languages. */
final class HaltWords {

  private static final Pattern WORDS =
      Pattern.compile(
          "stop|halt|intercept|arrest|seize|detain|pull(ed)? over"
              + "|arrêt|interpell|immobilis|saisi"
              + "|onderschep|tegenhou|tegengehouden|aanhoud|aangehouden|staande"
              + "|anhalt|anzuhalt|angehalten|aufhalt|aufgehalten|festnehm|festhalt|abfangen",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private HaltWords() {}

  /** Each place with a word that stands there, such as {@code alerts: stop}; each once. */
  static List<String> in(List<Said> said) {
    return said.stream()
        .flatMap(
            one ->
                WORDS
                    .matcher(one.text())
                    .results()
                    .map(word -> one.where() + ": " + word.group().toLowerCase(Locale.ROOT)))
        .distinct()
        .sorted()
        .toList();
  }
}
