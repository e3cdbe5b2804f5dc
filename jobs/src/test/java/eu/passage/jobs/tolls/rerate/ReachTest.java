package eu.passage.jobs.tolls.rerate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.tariff.TariffTable;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  /** With the cap of a day: 25 hours of the past count. */
  private static final TariffTable CAPPED = ShippedTariffs.standard();

  private static StoredTolls files(String firstDay, boolean beginsWithTheFirst) {
    return new StoredInFiles(
        URI.create("file:///tolls"),
        new TreeMap<>(Map.of(LocalDate.parse(firstDay), List.of("a.parquet"))),
        beginsWithTheFirst);
  }

  private static Reach reach(StoredTolls source, String from) {
    return Reach.of(source, CAPPED, from == null ? null : LocalDate.parse(from), ZONE);
  }

  @Test
  void fromADayOnItsPastIsReadAndNotChanged() {
    Reach reach = reach(files("2026-01-01", false), "2026-03-10");

    assertThat(reach.read()).isEqualTo("2026-03-08"); // 25 hours before midnight
    assertThat(reach.since()).isEqualTo(Instant.parse("2026-03-09T23:00:00Z"));
    assertThat(reach.notes()).isEmpty();
  }

  @Test
  void whatBeginsWithTheFirstEventThereWasReachesBackFarEnough() {
    Reach reach = reach(files("2026-03-10", true), null);

    assertThat(reach.since()).isBefore(Instant.parse("1970-01-02T00:00:00Z"));
    assertThat(reach.notes()).isEmpty();
  }

  @Test
  void whereItsBeginningIsGoneTheFirstDaysAreNotChangedAndItSaysSo() {
    Reach reach = reach(files("2026-03-10", false), null);

    assertThat(reach.since()).isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
    assertThat(reach.notes())
        .singleElement()
        .asString()
        .contains("begins on 2026-03-10", "before 2026-03-12 are not rated again");
  }

  @Test
  void aDayThatItReachesWellIsNotHeldBackByItsBeginning() {
    Reach reach = reach(files("2026-03-10", false), "2026-03-20");

    assertThat(reach.since()).isEqualTo(Instant.parse("2026-03-19T23:00:00Z"));
    assertThat(reach.notes()).isEmpty();
  }

  @Test
  void theNightOfTheClocksIsNoShorterPast() {
    Reach reach = reach(files("2026-01-01", false), "2026-10-26"); // after a day of 25 hours

    assertThat(reach.read()).isEqualTo("2026-10-25");
    assertThat(reach.since()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }
}
