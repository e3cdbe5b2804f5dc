package eu.passage.jobs.backtest.tally;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.backtest.tally.DayCounts.Load;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayCountsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @Test
  void daysWithoutAlertsCountToo() {
    DayCounts days = new DayCounts();
    add(days, 0, 8);
    add(days, 1, 2);

    assertThat(days.load(new Period(FIRST, FIRST.plusDays(1)))).isEqualTo(new Load(2, 8, 8));
    assertThat(days.load(new Period(FIRST, FIRST.plusDays(4)))).isEqualTo(new Load(0, 8, 8));
    assertThat(new DayCounts().load(new Period(FIRST, FIRST))).isEqualTo(new Load(0, 0, 0));
  }

  @Test
  void oneDayOfTwentyIsBusierThanTheNinetyFifthPercentile() {
    DayCounts days = new DayCounts();
    for (int day = 0; day < 20; day++) {
      add(days, day, day + 1);
    }
    assertThat(days.load(new Period(FIRST, FIRST.plusDays(19)))).isEqualTo(new Load(10, 19, 20));
  }

  @Test
  void anAbsenceMayComeTrueAfterTheLastPassage() {
    DayCounts days = new DayCounts();
    add(days, 0, 1);
    add(days, 1, 3);
    assertThat(days.load(new Period(FIRST, FIRST))).isEqualTo(new Load(3, 3, 3));
  }

  @Test
  void daysAreThoseOfBelgium() {
    assertThat(
            Period.of(Instant.parse("2026-02-28T23:30:00Z"), Instant.parse("2026-03-31T22:30:00Z")))
        .isEqualTo(new Period(FIRST, LocalDate.of(2026, 4, 1)));
  }

  private static void add(DayCounts days, int day, int alerts) {
    for (int i = 0; i < alerts; i++) {
      days.add(FIRST.plusDays(day));
    }
  }
}
