package eu.passage.schemas.plates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One shape of a pattern: the characters allowed at each place.
 *
 * @param series all series of one country that have the pattern, the commonest first
 * @param allowed sets of characters ({@link PlateAlphabet}), one for each place
 * @param share the chance that a plate of the country is one certain text of this shape: the weight
 *     of its series, spread over the pattern's texts ({@link PlatePattern#chances})
 */
record PlateShape(List<Series> series, long[] allowed, double share) {

  /** The shapes of one pattern. */
  static List<PlateShape> of(String pattern, List<Series> series) {
    List<Series> commonestFirst =
        series.stream().sorted(Comparator.comparingDouble(Series::weight).reversed()).toList();
    List<long[]> shapes = PlatePattern.shapes(pattern);
    double[] chances = PlatePattern.chances(shapes);
    double weight = series.stream().mapToDouble(Series::weight).sum();
    List<PlateShape> all = new ArrayList<>(shapes.size());
    for (int i = 0; i < chances.length; i++) {
      all.add(new PlateShape(commonestFirst, shapes.get(i), weight * chances[i]));
    }
    return all;
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
