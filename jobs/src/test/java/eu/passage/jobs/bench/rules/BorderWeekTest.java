package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BorderWeekTest {

  private static final PassageFacts[] WEEK = BorderWeek.of(2_000, 60_000, 1);

  @Test
  void itHasAsManyVehiclesAndPassagesAsAskedFor() {
    assertThat(WEEK.length).isCloseTo(60_000, withinPercentage(5));
    assertThat(Arrays.stream(WEEK).mapToLong(PassageFacts::vehicle).distinct().count())
        .isEqualTo(2_000);
  }

  @Test
  void everyVehiclePassesOnceWhereThereIsNoMore() {
    PassageFacts[] week = BorderWeek.of(2_000, 2_000, 1);
    assertThat(week.length).isCloseTo(2_000, withinPercentage(1)); // dashes need two
    assertThat(Arrays.stream(week).mapToLong(PassageFacts::vehicle).distinct().count())
        .isEqualTo(2_000);
  }

  @Test
  void itIsAWeekInOrderOfTimeAndTheSameEachTime() {
    assertThat(WEEK).isSortedAccordingTo(PassageFacts.ORDER);
    assertThat(WEEK[WEEK.length - 1].at() - WEEK[0].at())
        .isBetween(Duration.ofDays(6).toMillis(), Duration.ofDays(7).toMillis());
    assertThat(BorderWeek.of(2_000, 60_000, 1)).isEqualTo(WEEK);
  }

  @Test
  void noVehicleIsAtTwoCamerasWithinTheTimeThatMakesPassagesOne() {
    Map<Long, Long> last = new HashMap<>();
    for (PassageFacts passage : WEEK) {
      Long before = last.put(passage.vehicle(), passage.at());
      if (before != null) {
        assertThat(passage.at() - before).isGreaterThan(10_000);
      }
    }
  }
}
