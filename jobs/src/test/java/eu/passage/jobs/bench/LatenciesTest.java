package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void aQuantileIsTheSpanThatSoManyStayWithin() {
    Latencies latencies = new Latencies();
    for (int millis = 100; millis >= 1; millis--) {
      latencies.add(Duration.ofMillis(millis));
    }
    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
  }

  @Test
  void nothingMeasuredHasNoQuantile() {
    assertThatThrownBy(() -> new Latencies().millis(0.5)).isInstanceOf(IllegalStateException.class);
  }
}
