package eu.passage.schemas.plates;

/**
 * One shape of a series: the characters allowed at each place.
 *
 * @param allowed sets of characters ({@link PlateAlphabet}), one for each place
 * @param share the chance that a plate of the country is one certain text of this shape: the
 *     series' weight, spread evenly over its shapes and over the texts of each
 */
record PlateShape(Series series, long[] allowed, double share) {

  static PlateShape of(Series series, long[] allowed, int shapesOfSeries) {
    double texts = 1;
    for (long set : allowed) {
      texts *= Long.bitCount(set);
    }
    return new PlateShape(series, allowed, series.weight() / shapesOfSeries / texts);
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
