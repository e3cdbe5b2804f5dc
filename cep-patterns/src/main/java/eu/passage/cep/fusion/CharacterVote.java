package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text that a vote for each character gives: where each frame has another character wrong, none
 * of them may have thought of it.
 */
final class CharacterVote {

  /** Letters and digits; umlauts are too rare to count. */
  private static final int ALPHABET = 36;

  /** No reader rules a character out altogether. */
  private static final double FLOOR = 1e-4;

  private CharacterVote() {}

  /** Of the length that most readings speak for. */
  static String text(List<PlateReading> readings) {
    int length = likeliestLength(readings);
    StringBuilder text = new StringBuilder(length);
    for (int place = 0; place < length; place++) {
      text.append(at(place, length, readings));
    }
    return text.toString();
  }

  private static int likeliestLength(List<PlateReading> readings) {
    TreeMap<Integer, Double> weights = new TreeMap<>();
    for (PlateReading reading : readings) {
      weights.merge(reading.getText().length(), (double) reading.getConfidence(), Double::sum);
      for (PlateAlternative a : reading.getAlternatives()) {
        weights.merge(a.getText().length(), (double) a.getConfidence(), Double::sum);
      }
    }
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** By every reading that has a text of this length, as its best or as an alternative. */
  private static char at(int place, int length, List<PlateReading> readings) {
    TreeMap<Character, Double> scores = new TreeMap<>();
    for (PlateReading reading : readings) {
      masses(reading, place, length).keySet().forEach(c -> scores.put(c, 0.0));
    }
    for (PlateReading reading : readings) {
      TreeMap<Character, Double> masses = masses(reading, place, length);
      if (!masses.isEmpty()) {
        double rest = 1 - masses.values().stream().mapToDouble(m -> m).sum();
        double floor = Math.log(Math.max(FLOOR, rest / (ALPHABET - masses.size())));
        scores.replaceAll(
            (c, score) -> {
              Double mass = masses.get(c);
              return score + (mass == null ? floor : Math.log(mass));
            });
      }
    }
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
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
