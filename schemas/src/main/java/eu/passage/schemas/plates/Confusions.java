package eu.passage.schemas.plates;

import java.util.HashMap;
import java.util.Map;

/**
 * Which characters readers of plates, people and nets, take for each other. Across classes a letter
 * is taken for a digit or the other way round, and the syntax of plates settles most of these;
 * within a class nothing but another look at the vehicle does.
 *
 * <p>A weight, from 0 to 1, says how readily: 1 for glyphs that some countries draw alike (0/O,
 * 1/I). The weights are ranks by shape, set by hand, and stand in no proportion to frequencies.
 */
public final class Confusions {

  private static final Map<Integer, Double> ACROSS = new HashMap<>();
  private static final Map<Integer, Double> WITHIN = new HashMap<>();
  private static final long[] LOOKALIKES = new long[128];

  static {
    add(ACROSS, 1.0, "0O", "1I");
    add(ACROSS, 0.8, "8B");
    add(ACROSS, 0.6, "0Q", "0D", "2Z", "5S", "6G");
    for (int pair : ACROSS.keySet()) {
      char a = (char) (pair >>> 16);
      char b = (char) pair;
      LOOKALIKES[a] |= PlateAlphabet.bit(b);
      LOOKALIKES[b] |= PlateAlphabet.bit(a);
    }
    add(WITHIN, 0.8, "OQ");
    add(WITHIN, 0.6, "DO", "DQ", "38");
    add(WITHIN, 0.5, "MN", "VY", "EF");
    add(WITHIN, 0.4, "BR", "56", "06");
    add(WITHIN, 0.3, "HK", "HM", "KM");
  }

  private Confusions() {}

  /** How readily a letter and a digit are taken for each other, in either order; 0 when never. */
  public static double across(char a, char b) {
    return ACROSS.getOrDefault(key(a, b), 0.0);
  }

  /** How readily two letters or two digits are taken for each other; 0 when never. */
  public static double within(char a, char b) {
    return WITHIN.getOrDefault(key(a, b), 0.0);
  }

  /** The set ({@link PlateAlphabet}) of characters of the other class that look like this one. */
  static long lookalikesAcross(char c) {
    return c < LOOKALIKES.length ? LOOKALIKES[c] : 0;
  }

  private static void add(Map<Integer, Double> weights, double weight, String... pairs) {
    for (String pair : pairs) {
      weights.put(key(pair.charAt(0), pair.charAt(1)), weight);
    }
  }

  private static int key(char a, char b) {
    return Math.min(a, b) << 16 | Math.max(a, b);
  }
}
