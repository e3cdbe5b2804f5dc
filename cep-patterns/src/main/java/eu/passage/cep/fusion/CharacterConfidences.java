package eu.passage.cep.fusion;

import eu.passage.avro.PlateReading;
import java.util.Arrays;
import java.util.List;

/**
 * One probability for each character of a reading. They multiply to the reading's own confidence,
 * whatever scale the reader gave them in; a reader that gave none is taken to be equally sure of
 * every character.
 */
final class CharacterConfidences {

  /** No frame is so sure that it outvotes all others. */
  private static final double MAX = 0.995;

  private static final double MIN = 0.02;

  private CharacterConfidences() {}

  static double[] of(PlateReading reading) {
    return of(reading.getText(), reading.getConfidence(), reading.getCharacterConfidences());
  }

  /** The same with another probability of the whole text than the reading's confidence. */
  static double[] of(String text, double confidence, List<Float> given) {
    double[] result = new double[text.length()];
    double logOfText = Math.log(clamp(confidence));
    double logOfGiven = 0;
    if (given.size() == text.length()) {
      for (float c : given) {
        logOfGiven += Math.log(clamp(c));
      }
      for (int i = 0; i < result.length; i++) {
        result[i] = clamp(Math.exp(Math.log(clamp(given.get(i))) * logOfText / logOfGiven));
      }
    } else {
      Arrays.fill(result, clamp(Math.exp(logOfText / Math.max(1, text.length()))));
    }
    return result;
  }

  private static double clamp(double probability) {
    return Math.max(MIN, Math.min(MAX, probability));
  }
}
