package eu.passage.recognition.read;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prefix beam search over the output of a net trained with connectionist temporal classification:
 * adds up the probabilities of all ways in which the steps can spell a text, where a symbol that
 * stays over several steps counts once and the blank (symbol 0) counts not at all.
 */
final class CtcBeams {

  private final int width;
  private final double floor;
  private final double hopeless;

  /**
   * @param width how many prefixes survive a step
   * @param floor symbols less probable than this at a step are not followed there
   * @param hopeless prefixes less probable than this times the best are dropped
   */
  CtcBeams(int width, double floor, double hopeless) {
    this.width = width;
    this.floor = floor;
    this.hopeless = hopeless;
  }

  /**
   * A text and the probability found for it: exact when nothing was pruned, else a lower bound.
   *
   * @param symbols the classes one after another, each as a char from 1 on
   */
  record Beam(String symbols, double probability) {}

  /** The probability of a prefix by whether its last step was a blank. */
  private static final class Mass {
    private double blank;
    private double symbol;

    private double total() {
      return blank + symbol;
    }
  }

  /**
   * Finds the likeliest texts.
   *
   * @param steps probabilities (not logarithms) of each class at each step, class 0 the blank
   * @return the likeliest texts, best first
   */
  List<Beam> decode(double[][] steps) {
    Map<String, Mass> beams = new HashMap<>();
    mass(beams, "").blank = 1;
    for (double[] step : steps) {
      beams = prune(advance(beams, step));
    }
    return beams.entrySet().stream()
        .map(beam -> new Beam(beam.getKey(), beam.getValue().total()))
        .sorted(
            Comparator.comparingDouble(Beam::probability).reversed().thenComparing(Beam::symbols))
        .toList();
  }

  private Map<String, Mass> advance(Map<String, Mass> beams, double[] step) {
    Map<String, Mass> next = new HashMap<>();
    beams.forEach(
        (prefix, mass) -> {
          Mass same = mass(next, prefix);
          same.blank += mass.total() * step[0];
          int last = prefix.isEmpty() ? 0 : prefix.charAt(prefix.length() - 1);
          for (int symbol = 1; symbol < step.length; symbol++) {
            double p = step[symbol];
            if (p < floor) {
              continue;
            }
            if (symbol == last) {
              same.symbol += mass.symbol * p;
              mass(next, prefix + (char) symbol).symbol += mass.blank * p;
            } else {
              mass(next, prefix + (char) symbol).symbol += mass.total() * p;
            }
          }
        });
    return next;
  }

  /** The best prefixes; on a clear plate that is few, and so most plates cost little. */
  private Map<String, Mass> prune(Map<String, Mass> beams) {
    double best = 0;
    for (Mass mass : beams.values()) {
      best = Math.max(best, mass.total());
    }
    double least = best * hopeless;
    beams.values().removeIf(mass -> mass.total() < least);
    if (beams.size() <= width) {
      return beams;
    }
    Map<String, Mass> kept = new HashMap<>();
    beams.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Mass> e) -> e.getValue().total())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(width)
        .forEach(e -> kept.put(e.getKey(), e.getValue()));
    return kept;
  }

  private static Mass mass(Map<String, Mass> beams, String prefix) {
    return beams.computeIfAbsent(prefix, p -> new Mass());
  }
}
