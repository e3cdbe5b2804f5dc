package eu.passage.jobs.tolls.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.passage.avro.TollEvent;
import eu.passage.avro.VehicleType;
import eu.passage.jobs.tolls.books.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayStatisticsTest {

  private final DayStatistics day = SampleDay.statistics();

  @Test
  void alikeTrucksAreToldToTheMinuteOthersByTheHourWithoutWhatSetsThemApart() {
    assertThat(day.trucks().passages())
        .containsExactly(
            entry(
                new TruckCell(
                    "EST-1", "FR-BE", span("2026-11-26T07:00:00Z", Duration.ofMinutes(1)), 5, 35),
                6L),
            entry(
                new TruckCell(
                    "EST-1",
                    "FR-BE",
                    span("2026-11-26T09:00:00Z", Duration.ofHours(1)),
                    null,
                    null),
                5L));
  }

  @Test
  void theTruckThatIsAloneItsWayIsLeftOut() {
    assertThat(day.trucks().leftOut()).isEqualTo(1);
  }

  @Test
  void aTruckThatShuttlesIsNoGroupHoweverOftenItPasses() {
    List<TollEvent> shuttle = new ArrayList<>();
    for (int time = 0; time < 9; time++) {
      TollEvent event = SampleDay.truck("1BUS001", "2026-11-26T07:00:1" + time + "Z", 5, 38_000);
      event.setEventId("toll-" + time);
      event.setPassageId("passage-" + time);
      shuttle.add(event);
    }

    DayStatistics alone = SampleDay.statistics(shuttle);

    assertThat(alone.trucks().passages()).isEmpty();
    assertThat(alone.trucks().leftOut()).isEqualTo(9);
  }

  @Test
  void aTypeThatIsTooRareIsNotNamedAndNoNumberTellsItByASubtraction() {
    // The motorcycle alone is 1 of its slot, its hour and the day; 4 cars and 3 without a plate are
    // 7
    assertThat(day.flow().passages())
        .containsExactly(
            entry(
                new FlowCell(
                    "EST-1", span("2026-11-26T07:00:00Z", Duration.ofMinutes(5)), VehicleType.CAR),
                9L),
            entry(
                new FlowCell(
                    "EST-1",
                    span("2026-11-26T07:05:00Z", Duration.ofMinutes(5)),
                    VehicleType.UNKNOWN),
                7L));
    assertThat(day.flow().leftOut()).isEqualTo(1);
  }

  @Test
  void stepsAreCountedFromTheDaysOwnMidnightAndEndWithIt() {

    Span day = new Span(SampleDay.DAY.start(), SampleDay.DAY.end());

    assertThat(Span.step(day, Instant.parse("2026-11-26T00:10:00Z"), Duration.ofHours(1)))
        .isEqualTo(span("2026-11-26T00:00:00Z", Duration.ofHours(1)));
    assertThat(Span.step(day, Instant.parse("2026-11-26T12:00:00Z"), Duration.ofDays(2)))
        .isEqualTo(day);
  }

  @Test
  void aDayOf25HoursIsOneDay() {
    var autumn = Days.of(LocalDate.parse("2026-10-25"), SampleDay.DAY.zone());
    Span day = new Span(autumn.start(), autumn.end());

    assertThat(day.length()).isEqualTo(Duration.ofHours(25));
    assertThat(
            TruckCell.ladder(day, Duration.ofMinutes(1))
                .get(7)
                .apply(
                    new TruckCell(
                        "P", "FR-BE", span("2026-10-25T22:59:00Z", Duration.ofMinutes(1)), 5, 35)))
        .isEqualTo(new TruckCell("P", "FR-BE", day, null, null));
  }

  @Test
  void aStepOfAnHourHasNoFinerOnes() {
    Span day = new Span(SampleDay.DAY.start(), SampleDay.DAY.end());

    assertThat(TruckCell.ladder(day, Duration.ofHours(1))).hasSize(4);
    assertThat(TruckCell.ladder(day, Duration.ofMinutes(1))).hasSize(8);
  }

  private static Span span(String from, Duration length) {
    return new Span(Instant.parse(from), Instant.parse(from).plus(length));
  }
}
