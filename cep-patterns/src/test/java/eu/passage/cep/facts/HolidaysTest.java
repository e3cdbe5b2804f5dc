package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

  @Test
  void belgiumKeepsTenDaysIn2026() {
    assertThat(kept("BE", 2026))
        .containsExactly(
            "2026-01-01",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-07-21",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-25");
  }

  @Test
  void franceKeepsElevenDaysIn2026() {
    assertThat(kept("FR", 2026))
        .containsExactly(
            "2026-01-01",
            "2026-04-06",
            "2026-05-01",
            "2026-05-08",
            "2026-05-14",
            "2026-05-25",
            "2026-07-14",
            "2026-08-15",
            "2026-11-01",
            "2026-11-11",
            "2026-12-25");
  }

  /** The earliest and the latest Easter there are, and the two exceptions of the calendar. */
  @ParameterizedTest
  @CsvSource({
    "2008-03-24",
    "2038-04-26",
    "2011-04-25",
    "1981-04-20",
    "2049-04-19",
    "2076-04-20",
    "2000-04-24"
  })
  void easterMondayIsFound(LocalDate day) {
    assertThat(Holidays.isHoliday(CountryCode.of("BE"), day.toEpochDay())).isTrue();
    assertThat(Holidays.isHoliday(CountryCode.of("BE"), day.plusDays(1).toEpochDay())).isFalse();
  }

  @Test
  void noOtherCountryAndNoOtherCenturyKeepsAny() {
    assertThat(kept("NL", 2026)).isEmpty();
    assertThat(Holidays.isHoliday(CountryCode.of("BE"), LocalDate.of(1969, 12, 25).toEpochDay()))
        .isFalse();
    assertThat(Holidays.isHoliday(CountryCode.of("BE"), LocalDate.of(2101, 1, 1).toEpochDay()))
        .isFalse();
    assertThat(Holidays.isHoliday(CountryCode.of("BE"), LocalDate.of(2100, 12, 25).toEpochDay()))
        .isTrue();
  }

  private static List<String> kept(String country, int year) {
    return Stream.iterate(LocalDate.of(year, 1, 1), day -> day.plusDays(1))
        .takeWhile(day -> day.getYear() == year)
        .filter(day -> Holidays.isHoliday(CountryCode.of(country), day.toEpochDay()))
        .map(LocalDate::toString)
        .toList();
  }
}
