package eu.passage.schemas.plates;

/**
 * The characters of plates in normal form, each one bit of a long: digits, A to Z, Ä, Ö, Ü. A set
 * of characters is a long, so that a text is held against a shape without allocating anything.
 */
final class PlateAlphabet {

  static final long DIGITS = 0x3ffL;

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ";

  private PlateAlphabet() {}

  /** The character's bit; 0 for a character that no plate bears. */
  static long bit(char c) {
    if (c >= '0' && c <= '9') {
      return 1L << (c - '0');
    }
    if (c >= 'A' && c <= 'Z') {
      return 1L << (c - 'A' + 10);
    }
    int index = CHARACTERS.indexOf(c);
    return index < 0 ? 0 : 1L << index;
  }

  /** The set of these characters. */
  static long set(String characters) {
    return characters.chars().mapToLong(c -> bit((char) c)).reduce(0, (a, b) -> a | b);
  }

  /** The character of a set that holds one; of several the first. */
  static char first(long set) {
    return CHARACTERS.charAt(Long.numberOfTrailingZeros(set));
  }
}
