package eu.passage.recognition.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often readings of some confidence are right: their confidences should say just that. */
public final class Reliability {

  /** Narrower where most readings are. */
  private static final double[] EDGES = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1};

  private record Reading(double confidence, boolean right) {}

  private final String name;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * @param name what was read, for people
   */
  public Reliability(String name) {
    this.name = name;
  }

  /** What was read. */
  public String name() {
    return name;
  }

  /**
   * Readings whose confidence lies between two bounds.
   *
   * @param from included
   * @param to excluded, but for the last bin
   * @param meanConfidence of its readings; 0 where there is none
   * @param right those of them that are right
   */
  public record Bin(double from, double to, double meanConfidence, Counts right) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f to %.2f", from, to);
    }
  }

  /** Takes a reading. */
  public void add(double confidence, boolean right) {
    readings.add(new Reading(confidence, right));
  }

  /** Those of at least this confidence: how many, and how many of them right. */
  public Counts from(double confidence) {
    return count(readings.stream().filter(r -> r.confidence >= confidence).toList());
  }

  /** All bins, the least confidence first, empty ones too. */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i + 1 < EDGES.length; i++) {
      double low = EDGES[i];
      double high = EDGES[i + 1];
      boolean last = i + 2 == EDGES.length;
      List<Reading> within =
          readings.stream()
              .filter(r -> r.confidence >= low && (r.confidence < high || last))
              .toList();
      double mean = within.stream().mapToDouble(Reading::confidence).average().orElse(0);
      bins.add(new Bin(low, high, mean, count(within)));
    }
    return bins;
  }

  /**
   * Expected calibration error: the mean gap between a bin's mean confidence and its share of right
   * readings, each bin weighing as many readings as it has.
   */
  public double expectedError() {
    double sum = 0;
    for (Bin bin : bins()) {
      sum += bin.right.of() * Math.abs(bin.meanConfidence - bin.right.share());
    }
    return readings.isEmpty() ? 0 : sum / readings.size();
  }

  /** Lines for below the table. */
  public List<Detail> details() {
    String heading = name + ": right by confidence";
    List<Detail> lines = new ArrayList<>();
    for (Bin bin : bins()) {
      if (bin.right.of() > 0) {
        String mean = String.format(Locale.ROOT, "%.3f", bin.meanConfidence);
        lines.add(new Detail(heading, bin.toString(), bin.right + ", mean confidence " + mean));
      }
    }
    lines.add(
        new Detail(
            heading,
            "expected calibration error",
            String.format(Locale.ROOT, "%.3f", expectedError())));
    return lines;
  }

  /** A table for a document. */
  public String markdown() {
    StringBuilder text =
        new StringBuilder("| %s: confidence | readings | mean | right |\n".formatted(name));
    text.append("| --- | --- | --- | --- |\n");
    for (Bin bin : bins()) {
      if (bin.right.of() > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %s |%n",
                bin,
                bin.right.of(),
                bin.meanConfidence,
                bin.right));
      }
    }
    return text.append(
            String.format(Locale.ROOT, "%nExpected calibration error %.3f.%n", expectedError()))
        .toString();
  }

  private static Counts count(List<Reading> some) {
    return new Counts((int) some.stream().filter(Reading::right).count(), some.size());
  }
}
