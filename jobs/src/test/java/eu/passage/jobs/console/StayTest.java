package eu.passage.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StayTest {

  @Test
  void itEndsWhenItsTimeIsUpHoweverLongSomebodyWaits() {
    try (Stay stay = Stay.begin(Optional.of(Duration.ofMillis(50)))) {
      assertThat(stay.pause(Duration.ofHours(1))).isFalse();
      assertThat(stay.goesOn()).isFalse();
    }
  }

  @Test
  void withoutATimeItGoesOnUntilItIsStopped() {
    try (Stay stay = Stay.begin(Optional.empty())) {
      assertThat(stay.goesOn()).isTrue();
      assertThat(stay.pause(Duration.ofMillis(1))).isTrue();
      Thread other = new Thread(stay::stop);
      other.start();
      assertThat(stay.pause(Duration.ofHours(1))).isFalse();
      assertThat(stay.goesOn()).isFalse();
    }
  }
}
