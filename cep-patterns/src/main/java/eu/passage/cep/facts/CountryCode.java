package eu.passage.cep.facts;

import org.jspecify.annotations.Nullable;

/** ISO 3166-1 alpha-2 as a number of ten bits; 0 where there is no country. */
public final class CountryCode {

  /** No country: nobody could tell, or no crossing. */
  public static final int NONE = 0;

  /** One more than the largest code. */
  public static final int SIZE = 1 << 10;

  private static final int LETTERS = 26;

  private CountryCode() {}

  /** The number of two upper-case letters; {@link #NONE} for anything else. */
  public static int of(@Nullable String iso) {
    if (iso == null || iso.length() != 2 || !isLetter(iso.charAt(0)) || !isLetter(iso.charAt(1))) {
      return NONE;
    }
    return 1 + (iso.charAt(0) - 'A') * LETTERS + (iso.charAt(1) - 'A');
  }

  /** The letters, or null for {@link #NONE}. */
  public static @Nullable String text(int code) {
    if (code == NONE) {
      return null;
    }
    int pair = code - 1;
    return "" + (char) ('A' + pair / LETTERS) + (char) ('A' + pair % LETTERS);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
