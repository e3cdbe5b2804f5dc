package eu.passage.recognition.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link Calibration} to readings of which it is known whether they were right: logistic
 * regression by gradient steps of Newton, with a little pull towards taking shares as they are, so
 * that few or flawless readings give no wild numbers.
 */
public final class CalibrationFit {

  private static final int STEPS = 50;

  /** So many readings' worth of trust in {@link Calibration#NONE}. */
  private static final double PULL = 2;

  private static final int NUMBERS = 3;

  private final List<double[]> features = new ArrayList<>();
  private final List<Double> right = new ArrayList<>();

  /**
   * Adds a reading made without calibration.
   *
   * @param share its confidence, which without calibration is its share of all weight
   * @param seen its probability by its looks alone
   */
  public void add(double share, double seen, boolean isRight) {
    features.add(new double[] {1, Calibration.logOdds(share), Calibration.logOfLooks(seen)});
    right.add(isRight ? 1.0 : 0.0);
  }

  /** How many readings were added. */
  public int count() {
    return features.size();
  }

  /** The calibration under which what was added is likeliest. */
  public Calibration fit() {
    double[] start = {0, 1, 0};
    double[] at = start.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[NUMBERS];
      double[][] curvature = new double[NUMBERS][NUMBERS];
      for (int i = 0; i < NUMBERS; i++) {
        gradient[i] = PULL * (start[i] - at[i]);
        curvature[i][i] = PULL;
      }
      for (int n = 0; n < features.size(); n++) {
        add(features.get(n), right.get(n), at, gradient, curvature);
      }
      double[] change = solve(curvature, gradient);
      for (int i = 0; i < NUMBERS; i++) {
        at[i] += change[i];
      }
    }
    return new Calibration(at[0], at[1], at[2]);
  }

  private static void add(
      double[] x, double isRight, double[] at, double[] gradient, double[][] curvature) {
    double odds = 0;
    for (int i = 0; i < NUMBERS; i++) {
      odds += at[i] * x[i];
    }
    double p = 1 / (1 + Math.exp(-odds));
    for (int i = 0; i < NUMBERS; i++) {
      gradient[i] += (isRight - p) * x[i];
      for (int j = 0; j < NUMBERS; j++) {
        curvature[i][j] += p * (1 - p) * x[i] * x[j];
      }
    }
  }

  /** Gaussian elimination; the matrix is symmetric and positive, so no pivot is 0. */
  private static double[] solve(double[][] matrix, double[] vector) {
    double[] out = vector.clone();
    for (int i = 0; i < NUMBERS; i++) {
      for (int row = i + 1; row < NUMBERS; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int j = i; j < NUMBERS; j++) {
          matrix[row][j] -= factor * matrix[i][j];
        }
        out[row] -= factor * out[i];
      }
    }
    for (int i = NUMBERS - 1; i >= 0; i--) {
      for (int j = i + 1; j < NUMBERS; j++) {
        out[i] -= matrix[i][j] * out[j];
      }
      out[i] /= matrix[i][i];
    }
    return out;
  }
}
