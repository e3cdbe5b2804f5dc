package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenOnceTest {

  private static final SeenOnce MANY = new SeenOnce(10_000_000, 60);

  @Test
  void everyPassageIsOfAVehicleOfItsOwn() {
    Set<Long> vehicles = new HashSet<>();
    int places = 0;
    for (int place = 0; place < MANY.count(); place += 29) {
      vehicles.add(MANY.passage(place).vehicle());
      places++;
    }
    assertThat(vehicles).hasSize(places);
  }

  @Test
  void passagesAreSpreadEvenlyOverTheDays() {
    long first = MANY.passage(0).at();
    for (int day = 1; day < 60; day++) {
      long since = MANY.passage(MANY.until(day)).at() - first;
      assertThat(since).isCloseTo(Duration.ofDays(day).toMillis(), within(1_000L));
    }
    assertThat(MANY.until(60)).isEqualTo(MANY.count());
  }

  @Test
  void theyComeInOrderOfTime() {
    SeenOnce few = new SeenOnce(5_000, 60);
    assertThat(IntStream.range(0, few.count()).mapToObj(few::passage).toList())
        .isSortedAccordingTo(PassageFacts.ORDER)
        .filteredOn(PassageFacts::crossing)
        .hasSize(2_500);
  }

  @Test
  void ofFewOneInManyIsStillOneADay() {
    assertThat(MANY.oneIn(5)).isEqualTo(new SeenOnce(2_000_000, 60));
    assertThat(new SeenOnce(100, 60).oneIn(5)).isEqualTo(new SeenOnce(60, 60));
  }

  @Test
  void moreVehiclesThanPlatesOrLessThanOneADayAreRefused() {
    assertThatThrownBy(() -> new SeenOnce(100_000_001, 60))
        .hasMessageContaining("100,000,000 at most");
    assertThatThrownBy(() -> new SeenOnce(59, 60)).hasMessageContaining("one a day at least");
    assertThatThrownBy(() -> new SeenOnce(59, 4)).hasMessageContaining("days: 5 to 999");
  }
}
