package eu.passage.cep.watch;

import eu.passage.cep.facts.PlateCode;

/**
 * Where a pattern of plates can be taken hold of: up to three places at which it has a fixed
 * character, counted from the plate's start before the first *, from its end after the last one.
 * Patterns with one grip and the same characters there fall into one bucket, and a plate looks into
 * one bucket for each grip there is.
 */
final class PlateGrip {

  /** For patterns without a fixed character in a fixed place. */
  static final int NONE = 0;

  private static final int PLACES = 3;
  private static final int BITS = 5;
  private static final int PLACE = (1 << BITS) - 1;
  private static final int FROM_END = 16;

  private PlateGrip() {}

  /** The grip of a pattern: its places, five bits each. */
  static int of(String pattern) {
    int grip = NONE;
    int found = 0;
    int star = pattern.indexOf('*');
    int before = star < 0 ? pattern.length() : star;
    for (int i = 0; i < before && i < FROM_END - 1 && found < PLACES; i++) {
      if (pattern.charAt(i) != '?') {
        grip = grip << BITS | i + 1;
        found++;
      }
    }
    int after = pattern.length() - 1 - pattern.lastIndexOf('*');
    for (int i = 0; star >= 0 && i < after && i < FROM_END - 1 && found < PLACES; i++) {
      if (pattern.charAt(pattern.length() - 1 - i) != '?') {
        grip = grip << BITS | i + FROM_END;
        found++;
      }
    }
    return grip;
  }

  /**
   * The bucket of a text under a grip: the grip and the characters there.
   *
   * @param digits the text's characters as digits of its {@link PlateCode}
   * @param length how many of them
   * @return negative where the text is too short
   */
  static long bucket(int grip, int[] digits, int length) {
    long bucket = grip;
    for (int rest = grip; rest != NONE; rest >>>= BITS) {
      int place = rest & PLACE;
      int at = place < FROM_END ? place - 1 : length - 1 - (place - FROM_END);
      if (at < 0 || at >= length) {
        return -1;
      }
      bucket = bucket * PlateCode.BASE + digits[at];
    }
    return bucket;
  }

  /** The characters of a text as digits of its code; 0 for those that stand for others. */
  static int[] digits(String text) {
    int[] digits = new int[text.length()];
    for (int i = 0; i < digits.length; i++) {
      char c = text.charAt(i);
      digits[i] = c == '?' || c == '*' ? 0 : (int) PlateCode.of(String.valueOf(c));
    }
    return digits;
  }
}
