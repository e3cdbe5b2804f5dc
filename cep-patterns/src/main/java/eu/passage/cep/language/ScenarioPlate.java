package eu.passage.cep.language;

import eu.passage.cep.facts.PlateCode;
import eu.passage.schemas.plates.PlateText;
import org.jspecify.annotations.Nullable;

/**
 * A plate of a scenario: {@code 1ABC234}, or with its country {@code FR:AB123CD}.
 *
 * @param text in normal form
 * @param country ISO 3166-1 alpha-2
 */
record ScenarioPlate(String text, String country) {

  private static final String DEFAULT_COUNTRY = "BE";
  private static final String EXAMPLE = "Write it without spaces, such as 1ABC234 or FR:AB123CD";

  /** Null where the word is none, and then a fault says so. */
  static @Nullable ScenarioPlate read(Words words) {
    Words.Word word = words.take();
    int colon = word.text().indexOf(':');
    String country = colon < 0 ? DEFAULT_COUNTRY : word.text().substring(0, colon);
    String text = PlateText.normalise(word.text().substring(colon + 1));
    if (word.text().isEmpty()) {
      words.fault(word, "The line ends before its plate.", EXAMPLE);
      return null;
    }
    if (!Countries.known(country)) {
      words.fault(word, "'%s' is no country's code.".formatted(Fields.shown(country)), EXAMPLE);
      return null;
    }
    boolean plate =
        !text.isEmpty()
            && text.length() <= PlateText.MAX_LENGTH
            && !word.text().startsWith("@")
            && !word.text().contains(">");
    if (!plate) {
      words.fault(word, "'%s' is no plate.".formatted(Fields.shown(word.text())), EXAMPLE);
      return null;
    }
    // as a passage keeps it: letters that no plate of the region bears count as X
    return new ScenarioPlate(PlateCode.text(PlateCode.of(text)), country);
  }
}
