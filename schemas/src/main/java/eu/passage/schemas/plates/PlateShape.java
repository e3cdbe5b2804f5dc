package eu.passage.schemas.plates;

import java.util.Comparator;
import java.util.List;

/**
 * One shape of a pattern: the characters allowed at each place.
 *
 * @param series all series of one country that have the pattern, the commonest first
 * @param allowed sets of characters ({@link PlateAlphabet}), one for each place
 * @param share the chance that a plate of the country is one certain text of this shape: the weight
 *     of its series, spread evenly over the pattern's shapes and over the texts of each
 */
record PlateShape(List<Series> series, long[] allowed, double share) {

  /** The shapes of one pattern. */
  static List<PlateShape> of(String pattern, List<Series> series) {
    List<Series> commonestFirst =
        series.stream().sorted(Comparator.comparingDouble(Series::weight).reversed()).toList();
    List<long[]> shapes = PlatePattern.shapes(pattern);
    double weight = series.stream().mapToDouble(Series::weight).sum() / shapes.size();
    return shapes.stream()
        .map(allowed -> new PlateShape(commonestFirst, allowed, weight / texts(allowed)))
        .toList();
  }

  private static double texts(long[] allowed) {
    double texts = 1;
    for (long set : allowed) {
      texts *= Long.bitCount(set);
    }
    return texts;
  }

  /** ISO 3166-1 alpha-2. */
  String country() {
    return series.get(0).country();
  }

  boolean matches(String text) {
    for (int i = 0; i < allowed.length; i++) {
      if ((allowed[i] & PlateAlphabet.bit(text.charAt(i))) == 0) {
        return false;
      }
    }
    return true;
  }

  /** How many places need another character of the other class; -1 when that does not help. */
  int doubts(String text) {
    int doubts = 0;
    for (int i = 0; i < allowed.length; i++) {
      char c = text.charAt(i);
      if ((allowed[i] & PlateAlphabet.bit(c)) == 0) {
        if ((allowed[i] & Confusions.lookalikesAcross(c)) == 0) {
          return -1;
        }
        doubts++;
      }
    }
    return doubts;
  }
}
