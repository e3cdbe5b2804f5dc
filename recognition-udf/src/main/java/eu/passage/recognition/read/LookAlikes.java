package eu.passage.recognition.read;

import java.util.List;

/**
 * The reader's classes with those that look the same on many plates thrown together (O, Q and 0; 1
 * and I): their probabilities are added before decoding, so that doubt between them does not let a
 * wrong text win, and they are told apart afterwards.
 */
final class LookAlikes {

  private static final List<String> GROUPS = List.of("0OQ", "1I");

  private final String alphabet;
  private final int[] mergedOf;
  private final StringBuilder merged = new StringBuilder();

  /**
   * @param alphabet the characters of classes 1, 2, …
   */
  LookAlikes(String alphabet) {
    this.alphabet = alphabet;
    mergedOf = new int[alphabet.length()];
    for (int i = 0; i < mergedOf.length; i++) {
      char first = groupOf(alphabet.charAt(i)).charAt(0);
      int at = merged.indexOf(String.valueOf(first));
      if (at < 0) {
        at = merged.length();
        merged.append(first);
      }
      mergedOf[i] = at;
    }
  }

  /** Which characters a merged class (1, 2, …) may stand for. */
  String members(int mergedClass) {
    String group = groupOf(merged.charAt(mergedClass - 1));
    return group
        .chars()
        .filter(c -> alphabet.indexOf(c) >= 0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Probabilities by class to probabilities by merged class, class 0 the blank in both. */
  double[][] merge(double[][] steps) {
    double[][] out = new double[steps.length][merged.length() + 1];
    for (int t = 0; t < steps.length; t++) {
      out[t][0] = steps[t][0];
      for (int i = 0; i < mergedOf.length; i++) {
        out[t][mergedOf[i] + 1] += steps[t][i + 1];
      }
    }
    return out;
  }

  /** The probability of a character in an unmerged step. */
  double probability(double[] step, char character) {
    return step[alphabet.indexOf(character) + 1];
  }

  private static String groupOf(char character) {
    return GROUPS.stream()
        .filter(group -> group.indexOf(character) >= 0)
        .findFirst()
        .orElse(String.valueOf(character));
  }
}
