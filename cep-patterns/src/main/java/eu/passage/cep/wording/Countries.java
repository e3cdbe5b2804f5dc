package eu.passage.cep.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Countries by name. */
final class Countries {

  private static final String NOWHERE = "ZZ";

  private static final Map<String, Optional<String>> NAMES = new ConcurrentHashMap<>();

  private Countries() {}

  /** {@code Belgium} for BE; empty when there is no such country. */
  static Optional<String> name(String iso, Locale language) {
    return NAMES.computeIfAbsent(
        language.getLanguage() + iso, key -> lookUp(iso, language)); // Java's own look-up is slow
  }

  private static Optional<String> lookUp(String iso, Locale language) {
    String name = new Locale.Builder().setRegion(iso).build().getDisplayCountry(language);
    return name.equals(iso) || iso.equals(NOWHERE) ? Optional.empty() : Optional.of(name);
  }
}
