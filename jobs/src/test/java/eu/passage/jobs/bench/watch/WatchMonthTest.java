package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.Observation;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.TrueVehicle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WatchMonthTest {

  private static final ReaderErrors ERRORS = ReaderErrors.shipped();

  private final WatchMonth month =
      new WatchMonth(7, 3, 500, 400, ConfigFile.defaults().catalogue(), ERRORS);

  @Test
  void aMomentTellsItsPassage() {
    for (long i = 0; i < month.passages(); i++) {
      assertThat(month.passage(month.at(i))).isEqualTo(i);
    }
  }

  @Test
  void everyEntryIsOfAnotherVehicleAndSomeOfThemPass() {
    Set<String> plates = new HashSet<>();
    for (int i = 0; i < month.listed().size(); i++) {
      WatchEntry entry = month.entry(i);
      assertThat(EntryFaults.of(entry, Recipients.DEFAULT)).isEmpty();
      plates.add(entry.getCountry() + entry.getPlate());
      assertThat(month.place(month.listed().get(WatchMonth.place(entry.getEntryId()))))
          .isEqualTo(WatchMonth.place(entry.getEntryId()));
    }
    assertThat(plates).hasSize(400);

    long listed = 0;
    for (long i = 0; i < month.passages(); i++) {
      listed += month.place(month.vehicle(i)) >= 0 ? 1 : 0;
    }
    assertThat(listed).isBetween(20L * 3, 21L * 3 + 3);
  }

  @Test
  void theSameSeedGivesTheSameMonth() {
    WatchMonth again = new WatchMonth(7, 3, 500, 400, ConfigFile.defaults().catalogue(), ERRORS);

    for (long i = 0; i < month.passages(); i += 7) {
      Observation one = month.observation(i);
      assertThat(again.observation(i)).isEqualTo(one);
    }
    assertThat(again.listed()).isEqualTo(month.listed());
  }

  @Test
  void platesAreMisreadAsOftenAsWasMeasured() {
    TrueVehicle vehicle = new TrueVehicle("1BDM583", "BE", "be", VehicleType.CAR, Colour.RED);
    SplittableRandom random = new SplittableRandom(3);
    int wrong = 0;
    int reads = 20_000;
    for (int i = 0; i < reads; i++) {
      wrong += ERRORS.plate(vehicle, random).getText().equals(vehicle.plate()) ? 0 : 1;
    }

    assertThat((double) wrong / reads)
        .isBetween(0.5 * ERRORS.wrongShare(), 1.5 * ERRORS.wrongShare());
  }

  @Test
  void alternativesAndConfidencesFitTheText() {
    for (long i = 0; i < 500; i++) {
      var read = month.observation(i).getPlate();
      assertThat(read.getCharacterConfidences()).hasSameSizeAs(read.getText().split(""));
      assertThat(read.getAlternatives())
          .noneSatisfy(other -> assertThat(other.getText()).isEqualTo(read.getText()));
      assertThat(List.of("BE", "FR", "NL")).contains(month.vehicle(i).country());
    }
  }
}
