package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.List;
import java.util.TreeMap;

/**
 * What the readings say about one place of a plate.
 *
 * @param best the likeliest character
 * @param confidence its probability
 * @param second the next, or {@link #NONE}
 * @param secondConfidence its probability
 */
record CharacterVote(char best, double confidence, char second, double secondConfidence) {

  static final char NONE = '\0';

  /** Letters and digits; umlauts are too rare to count. */
  private static final int ALPHABET = 36;

  /** No reader rules a character out altogether. */
  private static final double FLOOR = 1e-4;

  /**
   * Frames of one vehicle share their light, angle and dirt: each further frame counts as 1 minus
   * this. With 0 eight equally wrong frames would be as good as certain.
   */
  private static final double CORRELATION = 0.3;

  boolean hasSecond() {
    return second != NONE;
  }

  /** Votes over every reading that has a text of this length, as its best or as an alternative. */
  static CharacterVote at(int place, int length, List<PlateReading> readings) {
    TreeMap<Character, Double> scores = new TreeMap<>();
    for (PlateReading reading : readings) {
      masses(reading, place, length).keySet().forEach(c -> scores.put(c, 0.0));
    }
    double others = 0;
    int voters = 0;
    for (PlateReading reading : readings) {
      TreeMap<Character, Double> masses = masses(reading, place, length);
      if (masses.isEmpty()) {
        continue;
      }
      voters++;
      double rest = 1 - masses.values().stream().mapToDouble(m -> m).sum();
      double floor = Math.log(Math.max(FLOOR, rest / (ALPHABET - masses.size())));
      scores.replaceAll(
          (c, score) -> {
            Double mass = masses.get(c);
            return score + (mass == null ? floor : Math.log(mass));
          });
      others += floor;
    }
    double weight = voters == 0 ? 0 : (1 + (voters - 1) * (1 - CORRELATION)) / voters;
    return normalise(scores, others, weight);
  }

  private static CharacterVote normalise(
      TreeMap<Character, Double> scores, double others, double weight) {
    double total = Math.max(0, ALPHABET - scores.size()) * Math.exp(others * weight);
    char best = NONE;
    char second = NONE;
    double bestScore = 0;
    double secondScore = 0;
    for (var entry : scores.entrySet()) {
      double score = Math.exp(entry.getValue() * weight);
      total += score;
      if (score > bestScore) {
        second = best;
        secondScore = bestScore;
        best = entry.getKey();
        bestScore = score;
      } else if (score > secondScore) {
        second = entry.getKey();
        secondScore = score;
      }
    }
    return new CharacterVote(best, bestScore / total, second, secondScore / total);
  }

  /** The probabilities one reading gives to the characters it thought of at this place. */
  private static TreeMap<Character, Double> masses(PlateReading reading, int place, int length) {
    TreeMap<Character, Double> masses = new TreeMap<>();
    if (reading.getText().length() == length) {
      masses.put(reading.getText().charAt(place), CharacterConfidences.of(reading)[place]);
    }
    for (PlateAlternative a : reading.getAlternatives()) {
      if (a.getText().length() == length) {
        addAlternative(masses, reading, a, place, length);
      }
    }
    return masses;
  }

  private static void addAlternative(
      TreeMap<Character, Double> masses,
      PlateReading reading,
      PlateAlternative a,
      int place,
      int length) {
    char c = a.getText().charAt(place);
    if (reading.getText().length() != length) {
      masses.merge(c, CharacterConfidences.of(a.getText(), a.getConfidence())[place], Math::max);
    } else if (c != reading.getText().charAt(place)) {
      double left = 1 - masses.values().stream().mapToDouble(m -> m).sum();
      double mass = Math.max(FLOOR, Math.min(a.getConfidence(), left * 0.9));
      masses.merge(c, mass, Double::sum);
    }
  }
}
