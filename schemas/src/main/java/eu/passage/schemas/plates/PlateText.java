package eu.passage.schemas.plates;

import java.text.Normalizer;
import java.util.Locale;

/** The normal form of a plate's text: upper case, letters and digits only; umlauts are kept. */
public final class PlateText {

  /**
   * The longest European plate has 10 characters in normal form; a read beyond this is no plate.
   */
  public static final int MAX_LENGTH = 12;

  private PlateText() {}

  /**
   * Drops spaces, hyphens, dots and whatever else is neither letter nor digit: {@code "1-abc 234"}
   * to {@code 1ABC234}.
   */
  public static String normalise(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    // an umlaut may come as a letter and a mark of its own, which would be dropped
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(text::appendCodePoint);
    // what was dropped may have stood between letters that are written as one
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
