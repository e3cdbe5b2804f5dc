package eu.passage.cep.wording;

import java.util.Locale;
import java.util.Optional;

/** Countries by name. */
final class Countries {

  private static final String NOWHERE = "ZZ";

  private Countries() {}

  /** {@code Belgium} for BE; empty when there is no such country. */
  static Optional<String> name(String iso, Locale language) {
    String name = new Locale.Builder().setRegion(iso).build().getDisplayCountry(language);
    return name.equals(iso) || iso.equals(NOWHERE) ? Optional.empty() : Optional.of(name);
  }
}
