package eu.passage.cep.toll.registry;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words that a registry knows of a vehicle, and what they can be. */
final class WordFacts {

  static final String CO2_CLASS = "co2Class";
  static final String USES = "uses";

  private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9]{1,8}");
  private static final Pattern USE = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern BLANKS = Pattern.compile(" +");

  private WordFacts() {}

  static String co2Class(String text) throws FactException {
    if (!CLASS.matcher(text).matches()) {
      throw new FactException(
          "'%s' is not a CO2 class; write up to eight letters and digits, or nothing where it is"
                  .formatted(FactException.shown(text))
              + " not known");
    }
    return text;
  }

  /** Words with blanks between them. */
  static Set<String> uses(String text) throws FactException {
    return text.isEmpty() ? Set.of() : uses(List.of(BLANKS.split(text)));
  }

  static Set<String> uses(Collection<String> words) throws FactException {
    for (String word : words) {
      if (!USE.matcher(word).matches()) {
        throw new FactException(
            "'%s' is not a use; write words of small letters such as military"
                .formatted(FactException.shown(word)));
      }
    }
    return new TreeSet<>(words);
  }
}
