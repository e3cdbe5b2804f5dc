package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.Confusions;

/**
 * How far two readings are apart, as an edit distance in which a doubtful character or a well-known
 * confusion costs little and two sure, unlike characters cost 1. Two sure readings that differ in
 * one character that nobody confuses are thus 1 apart, and two readings of one plate rarely more
 * than 0.8.
 */
final class PlateDistance {

  private static final double ACROSS_CLASSES = 0.25;
  private static final double WITHIN_CLASS = 0.5;
  private static final double UNLIKE = 1.0;

  /** One character too many or too few: at the edges a seal, a bolt or a shadow makes it. */
  private static final double GAP_AT_EDGE = 0.6;

  private static final double GAP_INSIDE = 0.9;

  /** The other reader thought of exactly this text. */
  private static final double NAMED_AS_ALTERNATIVE = 0.3;

  private PlateDistance() {}

  /** 0 for equal texts; symmetric. */
  static double between(PlateReading a, PlateReading b) {
    if (a.getText().equals(b.getText())) {
      return 0;
    }
    double distance = edits(a, b);
    if (names(a, b.getText()) || names(b, a.getText())) {
      distance = Math.min(distance, NAMED_AS_ALTERNATIVE);
    }
    return distance;
  }

  private static boolean names(PlateReading reading, String text) {
    for (PlateAlternative alternative : reading.getAlternatives()) {
      if (alternative.getText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static double edits(PlateReading a, PlateReading b) {
    String x = a.getText();
    String y = b.getText();
    double[] sureX = CharacterConfidences.of(a);
    double[] sureY = CharacterConfidences.of(b);
    double[][] cost = new double[x.length() + 1][y.length() + 1];
    for (int i = 0; i <= x.length(); i++) {
      for (int j = 0; j <= y.length(); j++) {
        if (i == 0 && j == 0) {
          continue;
        }
        double best = Double.MAX_VALUE;
        if (i > 0) {
          best = cost[i - 1][j] + gap(sureX, i - 1, j == 0 || j == y.length());
        }
        if (j > 0) {
          best = Math.min(best, cost[i][j - 1] + gap(sureY, j - 1, i == 0 || i == x.length()));
        }
        if (i > 0 && j > 0) {
          double sure = Math.min(sureX[i - 1], sureY[j - 1]);
          best =
              Math.min(best, cost[i - 1][j - 1] + sure * unlike(x.charAt(i - 1), y.charAt(j - 1)));
        }
        cost[i][j] = best;
      }
    }
    return cost[x.length()][y.length()];
  }

  private static double gap(double[] sure, int at, boolean edge) {
    return sure[at] * (edge ? GAP_AT_EDGE : GAP_INSIDE);
  }

  private static double unlike(char a, char b) {
    if (a == b) {
      return 0;
    }
    if (Confusions.across(a, b) > 0) {
      return ACROSS_CLASSES;
    }
    return Confusions.within(a, b) > 0 ? WITHIN_CLASS : UNLIKE;
  }
}
