package eu.passage.cep.fusion;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the text that explains all frames best. The frames' own texts are where it begins; then
 * it puts together what different frames saw at different places, one character at a time, for as
 * long as that explains more: where each frame has another character wrong, none has the right
 * text.
 */
final class TextSearch {

  /** Each round changes one character; more wrong ones than this no search mends. */
  private static final int ROUNDS = 4;

  private final ToDoubleFunction<String> score;

  /**
   * @param score logarithm of how well a text explains all frames
   */
  TextSearch(ToDoubleFunction<String> score) {
    this.score = score;
  }

  /** The scores of all texts that were looked at. */
  Map<String, Double> from(Set<String> candidates) {
    Map<String, Double> scores = new TreeMap<>();
    for (String candidate : candidates) {
      scores.put(candidate, score.applyAsDouble(candidate));
    }
    String best = best(scores);
    for (int round = 0; round < ROUNDS; round++) {
      for (String neighbour : neighbours(best, candidates)) {
        scores.computeIfAbsent(neighbour, score::applyAsDouble);
      }
      String better = best(scores);
      if (better.equals(best)) {
        break;
      }
      best = better;
    }
    return scores;
  }

  /** The text with one character as some candidate of the same length has it. */
  private static Set<String> neighbours(String text, Set<String> candidates) {
    Set<String> neighbours = new TreeSet<>();
    for (String candidate : candidates) {
      if (candidate.length() == text.length()) {
        for (int i = 0; i < text.length(); i++) {
          neighbours.add(text.substring(0, i) + candidate.charAt(i) + text.substring(i + 1));
        }
      }
    }
    neighbours.remove(text);
    return neighbours;
  }

  private static String best(Map<String, Double> scores) {
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
