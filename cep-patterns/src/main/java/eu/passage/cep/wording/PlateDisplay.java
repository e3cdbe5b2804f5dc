package eu.passage.cep.wording;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plate as people write it: normal form with the hyphens its country's plates show. */
final class PlateDisplay {

  /** Where hyphens stand between groups of letters and groups of digits in every series. */
  private static final Set<String> HYPHENATED = Set.of("BE", "FR", "NL");

  private PlateDisplay() {}

  /** {@code 1-ABC-234 (BE)}; without a country {@code 1ABC234 (country unknown)}. */
  static String of(String text, @Nullable String country) {
    if (country == null) {
      return text + " (country unknown)";
    }
    return (HYPHENATED.contains(country) ? hyphenate(text) : text) + " (" + country + ")";
  }

  private static String hyphenate(String text) {
    return text.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", "-");
  }
}
