package eu.passage.cep.facts;

import eu.passage.schemas.plates.PlateText;

/**
 * A plate's text as one long, exactly: base 40 over digits, A to Z, Ä, Ö, Ü; 0 is the end. Twelve
 * characters, {@link PlateText#MAX_LENGTH}, fill the 64 bits. Codes are equal exactly when texts
 * are; their order means nothing.
 */
public final class PlateCode {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ";

  /** Of the number system; the digit 0 is no character. */
  public static final int BASE = 40;

  /** Of a pair, which has no one plate. */
  public static final long NONE = 0;

  private PlateCode() {}

  /**
   * The code of a text in normal form. A letter no plate of the region bears counts as X, and what
   * is longer than a plate is cut.
   */
  public static long of(String text) {
    long code = 0;
    for (int i = Math.min(text.length(), PlateText.MAX_LENGTH) - 1; i >= 0; i--) {
      code = code * BASE + digit(text.charAt(i));
    }
    return code;
  }

  /** The text of a code. */
  public static String text(long code) {
    StringBuilder text = new StringBuilder(PlateText.MAX_LENGTH);
    for (long rest = code; rest != 0; rest = rest(rest)) {
      text.append(CHARACTERS.charAt((int) (rest - rest(rest) * BASE) - 1));
    }
    return text.toString();
  }

  /** The code of the same text without its first character: unsigned division by {@link #BASE}. */
  public static long rest(long code) {
    return (code >>> 1) / (BASE / 2);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0' + 1;
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 11;
    }
    int place = CHARACTERS.indexOf(c);
    return place < 0 ? digit('X') : place + 1;
  }
}
