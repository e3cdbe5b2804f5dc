package eu.passage.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {

  @Test
  void nothingToLearnFromLeavesSharesAsTheyAre() {
    assertThat(new CalibrationFit().fit()).isEqualTo(Calibration.NONE);
  }

  @Test
  void whatIsTooSureOfItselfIsMadeHonest() {
    Calibration truth = new Calibration(0.5, 0.6, 0.4);
    CalibrationFit fit = new CalibrationFit();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double share = random.nextDouble(0.01, 0.99);
      double seen = random.nextDouble(0.001, 1);
      fit.add(share, seen, random.nextDouble() < truth.probability(share, seen));
    }
    Calibration found = fit.fit();
    assertThat(found.constant()).isCloseTo(truth.constant(), within(0.15));
    assertThat(found.margin()).isCloseTo(truth.margin(), within(0.1));
    assertThat(found.looks()).isCloseTo(truth.looks(), within(0.1));
  }

  @Property(tries = 200)
  void withoutCalibrationAShareIsItsProbability(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll @DoubleRange(min = 0, max = 1) double seen) {
    assertThat(Calibration.NONE.probability(share, seen)).isCloseTo(share, within(1e-9));
  }

  @Property(tries = 200)
  void whatWasSeenBetterIsNeverLessProbable(
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 0.5) double seen) {
    Calibration calibration = new Calibration(0.3, 0.7, 0.5);
    assertThat(calibration.probability(share, seen + 0.1))
        .isGreaterThanOrEqualTo(calibration.probability(share, seen));
  }
}
