package eu.passage.cep.language;

import java.util.Locale;
import java.util.Set;

/** Which two letters are a country: ISO 3166-1, and Kosovo's XK, which its plates need. */
public final class Countries {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final String KOSOVO = "XK";

  private Countries() {}

  /** Whether these letters, upper case, are one. */
  public static boolean known(String code) {
    return CODES.contains(code) || code.equals(KOSOVO);
  }
}
