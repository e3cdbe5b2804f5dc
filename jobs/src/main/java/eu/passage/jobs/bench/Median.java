package eu.passage.jobs.bench;

import java.util.Arrays;
import java.util.List;

/** The middle of some figures, or the mean of the two in the middle. */
public final class Median {

  private Median() {}

  /** Of at least one. */
  public static double of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
  }
}
