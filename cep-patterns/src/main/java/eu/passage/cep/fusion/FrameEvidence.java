package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.Confusions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one frame says for any text: its reading and alternatives by what was seen of them, and for
 * every other text what it would take to misread it so.
 */
final class FrameEvidence {

  private static final double FLOOR = 1e-6;

  /**
   * A frame may show something else altogether, so it rules no text out; one that is unsure of its
   * own text rules out less. By so much (natural logarithm) is any text at least as likely as its
   * own, plus so much times the own text's probability.
   */
  private static final double LEAST_RULED_OUT = 4;

  private static final double MOST_RULED_OUT = 8;

  /** Characters that one may be misread as, if nothing better is known. */
  private static final double CHARACTERS = 35;

  /** A seal, a bolt or a shadow at the edge is taken for a character more easily than inside. */
  private static final double ADDED_AT_EDGE = 0.3;

  private static final double ADDED_INSIDE = 0.1;

  /** A character that the reader passed over. */
  private static final double LOST = 0.01;

  /** One of two that are the same, or of the edge. */
  private static final double LOST_EASILY = 0.05;

  private final String text;
  private final double own;
  private final double[] sure;
  private final Map<String, Double> listed = new TreeMap<>();
  private final double rest;

  private FrameEvidence(PlateReading reading, boolean bySight) {
    text = reading.getText();
    own = bySight ? reading.getSeen() : reading.getConfidence();
    sure = CharacterConfidences.of(text, own, reading.getCharacterConfidences());
    listed.put(text, own);
    double left = 1 - own;
    for (PlateAlternative alternative : reading.getAlternatives()) {
      double probability = bySight ? alternative.getSeen() : alternative.getConfidence();
      listed.merge(alternative.getText(), probability, Math::max);
      left -= probability;
    }
    rest = Math.max(left, FLOOR);
  }

  /** By what the reader saw, before syntax had its say; where it does not tell, by what it says. */
  static FrameEvidence of(PlateReading reading) {
    return new FrameEvidence(reading, tellsSight(reading));
  }

  /** Whether a reading tells what was seen apart from what syntax made of it. */
  static boolean tellsSight(PlateReading reading) {
    return reading.getSeen() > 0;
  }

  /** The texts that the reader thought of, with their probabilities. */
  Map<String, Double> listed() {
    return listed;
  }

  /** Logarithm of the probability of all other texts together. */
  double logOfRest() {
    return Math.log(rest);
  }

  /** Logarithm of the probability of a text. */
  double log(String candidate) {
    Double named = listed.get(candidate);
    double probability = named == null ? Math.min(misread(candidate), rest) : named;
    double least = Math.log(Math.max(own, FLOOR)) - LEAST_RULED_OUT - MOST_RULED_OUT * own;
    return Math.max(Math.log(Math.max(probability, Double.MIN_NORMAL)), least);
  }

  /** The probability that the plate says this and was misread as it was. */
  private double misread(String truth) {
    double[] before = new double[truth.length() + 1];
    for (int i = 0; i <= text.length(); i++) {
      double[] now = new double[truth.length() + 1];
      for (int j = 0; j <= truth.length(); j++) {
        double best = i == 0 && j == 0 ? Math.max(own, FLOOR) : 0;
        if (j > 0) {
          best = Math.max(best, now[j - 1] * lost(truth, j - 1));
        }
        if (i > 0) {
          boolean edge = j == 0 || j == truth.length();
          best = Math.max(best, before[j] * odds(i - 1) * (edge ? ADDED_AT_EDGE : ADDED_INSIDE));
        }
        if (i > 0 && j > 0) {
          best = Math.max(best, before[j - 1] * taken(i - 1, truth.charAt(j - 1)));
        }
        now[j] = best;
      }
      before = now;
    }
    return before[truth.length()];
  }

  private double taken(int place, char truth) {
    char read = text.charAt(place);
    if (read == truth) {
      return 1;
    }
    double alike = Math.max(Confusions.across(read, truth), Confusions.within(read, truth));
    return odds(place) * Math.max(alike / 2, 1 / CHARACTERS);
  }

  private static double lost(String truth, int place) {
    boolean easily =
        place == 0 || place == truth.length() - 1 || truth.charAt(place) == truth.charAt(place - 1);
    return easily ? LOST_EASILY : LOST;
  }

  /** That this character is wrong, against that it is right. */
  private double odds(int place) {
    return (1 - sure[place]) / sure[place];
  }
}
