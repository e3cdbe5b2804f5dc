package eu.passage.recognition.read;

import eu.passage.recognition.model.ModelDescriptor;
import java.util.Map;

/**
 * From what the judge thinks of a text to the probability that it is right: a logistic function of
 * how the best text stands against all others, and of how likely it is by its looks alone. Syntax
 * can make the best of several bad texts look sure; the second number is what keeps it honest.
 *
 * <p>Fitted by {@code ReadingCalibration} on plates of rendered frames, at full and at reduced
 * size.
 *
 * @param constant added
 * @param margin factor of the log-odds of the best text's share of all weight
 * @param looks factor of the logarithm of its probability by its looks
 */
public record Calibration(double constant, double margin, double looks) {

  /** Takes the share as it is. */
  public static final Calibration NONE = new Calibration(0, 1, 0);

  /**
   * For readers that tell nothing else: fitted to one trained on rendered plates. Readers of the
   * same kind hardly differ in it.
   */
  public static final Calibration USUAL = new Calibration(0.16, 1.0, 0.11);

  private static final double CERTAIN = 1e-4;

  /** The one that a reader's model.json gives under {@code calibration}, else {@link #USUAL}. */
  static Calibration of(ModelDescriptor reader) {
    Map<String, Double> given = reader.calibration();
    return given.isEmpty()
        ? USUAL
        : new Calibration(
            given.getOrDefault("constant", 0.0),
            given.getOrDefault("margin", 1.0),
            given.getOrDefault("looks", 0.0));
  }

  /**
   * The probability that the best text is right.
   *
   * @param share its share of the weight of all texts, 0 to 1
   * @param seen its probability by its looks alone, 0 to 1
   */
  double probability(double share, double seen) {
    double odds = constant + margin * logOdds(share) + looks * logOfLooks(seen);
    return 1 / (1 + Math.exp(-odds));
  }

  static double logOdds(double share) {
    double bounded = Math.min(Math.max(share, CERTAIN), 1 - CERTAIN);
    return Math.log(bounded / (1 - bounded));
  }

  static double logOfLooks(double seen) {
    return Math.log(Math.max(seen, CERTAIN));
  }
}
