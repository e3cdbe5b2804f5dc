package eu.passage.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CtcBeamsTest {

  /** Enough that nothing is pruned: there are at most 1 + 3 + 9 + … + 3^5 prefixes. */
  private static final CtcBeams EXACT = new CtcBeams(400, 0, 0);

  @Provide
  Arbitrary<double[][]> steps() {
    Arbitrary<double[]> step =
        Arbitraries.doubles()
            .between(0, 1)
            .array(double[].class)
            .ofSize(4)
            .map(CtcBeamsTest::normalised);
    return step.array(double[][].class).ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 200)
  void withoutPruningEveryTextHasTheSumOverAllItsPaths(@ForAll("steps") double[][] steps) {
    Map<String, Double> truth = sumOverAllPaths(steps);
    List<CtcBeams.Beam> beams = EXACT.decode(steps);
    for (CtcBeams.Beam beam : beams) {
      assertThat(beam.probability())
          .isCloseTo(truth.getOrDefault(beam.symbols(), 0.0), within(1e-12));
    }
    assertThat(beams.stream().mapToDouble(CtcBeams.Beam::probability).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Property(tries = 200)
  void withPruningNoTextGetsMoreThanItsDue(@ForAll("steps") double[][] steps) {
    Map<String, Double> truth = sumOverAllPaths(steps);
    List<CtcBeams.Beam> beams = new CtcBeams(3, 1e-3, 1e-2).decode(steps);
    assertThat(beams).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    for (CtcBeams.Beam beam : beams) {
      assertThat(beam.probability()).isLessThanOrEqualTo(truth.get(beam.symbols()) + 1e-12);
    }
  }

  @Property(tries = 100)
  void theBestComesFirst(@ForAll("steps") double[][] steps) {
    assertThat(EXACT.decode(steps).stream().map(CtcBeams.Beam::probability))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void aSymbolTwiceNeedsABlankBetween() {
    double[][] held = {{0, 1}, {0, 1}, {0, 1}};
    double[][] parted = {{0, 1}, {1, 0}, {0, 1}};
    assertThat(new CtcBeams(8, 1e-4, 1e-6).decode(held).get(0).symbols()).isEqualTo("\1");
    assertThat(new CtcBeams(8, 1e-4, 1e-6).decode(parted).get(0).symbols()).isEqualTo("\1\1");
  }

  @Test
  void aTextWithManyWaysBeatsTheSingleLikeliestPath() {
    // the likeliest path is blank, blank (0.36), yet 0.64 of all paths spell the symbol
    double[][] steps = {{0.6, 0.4}, {0.6, 0.4}};
    CtcBeams.Beam best = EXACT.decode(steps).get(0);
    assertThat(best.symbols()).isEqualTo("\1");
    assertThat(best.probability()).isCloseTo(0.64, within(1e-12));
  }

  private static double[] normalised(double[] step) {
    double sum = 1e-9;
    for (double p : step) {
      sum += p;
    }
    double[] out = step.clone();
    out[0] += 1e-9;
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
    return out;
  }

  private static Map<String, Double> sumOverAllPaths(double[][] steps) {
    Map<String, Double> sums = new HashMap<>();
    walk(steps, 0, 1, 0, "", sums);
    return sums;
  }

  private static void walk(
      double[][] steps, int t, double p, int last, String text, Map<String, Double> sums) {
    if (t == steps.length) {
      sums.merge(text, p, Double::sum);
      return;
    }
    for (int symbol = 0; symbol < steps[t].length; symbol++) {
      String longer = symbol == 0 || symbol == last ? text : text + (char) symbol;
      walk(steps, t + 1, p * steps[t][symbol], symbol, longer, sums);
    }
  }
}
