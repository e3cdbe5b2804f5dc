package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

  private final Reliability reliability = new Reliability("some");

  @Test
  void everyReadingFallsIntoOneBin() {
    reliability.add(0, false);
    reliability.add(0.9, true);
    reliability.add(0.95, true);
    reliability.add(1, true);
    assertThat(reliability.bins())
        .extracting(bin -> bin.right().of())
        .containsExactly(1, 0, 0, 0, 0, 1, 1, 1);
  }

  @Test
  void theTableLeavesOutBinsWithoutReadings() {
    reliability.add(0.96, true);
    reliability.add(0.97, false);
    assertThat(reliability.markdown().lines())
        .containsExactly(
            "| some: confidence | readings | mean | right |",
            "| --- | --- | --- | --- |",
            "| 0.95 to 0.98 | 2 | 0.965 | 1 of 2 (50.0 %) |",
            "",
            "Expected calibration error 0.465.");
  }

  @Test
  void sureReadingsAreThoseFromABoundOn() {
    reliability.add(0.9, false);
    reliability.add(0.99, true);
    reliability.add(0.89, false);
    assertThat(reliability.from(0.9)).isEqualTo(new Counts(1, 2));
  }

  @Test
  void theExpectedErrorIsTheGapBetweenConfidenceAndShareOfRightOnes() {
    assertThat(reliability.expectedError()).isZero();
    reliability.add(0.8, true);
    reliability.add(0.8, false);
    reliability.add(1, true);
    reliability.add(1, true);
    assertThat(reliability.expectedError()).isCloseTo(0.15, within(1e-9));
  }
}
