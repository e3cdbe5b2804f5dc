package eu.passage.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.Direction;
import eu.passage.avro.VehicleType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OracleTest {

  private static final Day MONDAY = new Day(0, LocalDate.of(2025, 3, 3));
  private static final Day TUESDAY = new Day(1, LocalDate.of(2025, 3, 4));
  private static final TrueVehicle CAR = vehicle("1ABC234", VehicleType.CAR);
  private static final TrueVehicle TRUCK = vehicle("1XYZ789", VehicleType.TRUCK);

  private final List<TruePassage> passages = new ArrayList<>();

  @Test
  void aWatchedVehicleIsToldAtEveryPassageWhileItsEntryHolds() {
    Watched watched = Watched.draw(new Fleet(new PlateIssuer()), new Random(5));
    pass(watched.car(), "EST-1", "BE", MONDAY.at("08:00"));
    pass(watched.car(), "EST-1", "FR", MONDAY.at("09:00"));
    pass(watched.expired(), "EST-1", "BE", MONDAY.at("09:30"));
    pass(CAR, "EST-1", "BE", MONDAY.at("10:00"));
    List<ExpectedAlert> alerts =
        new Oracle(watched.entries(MONDAY.at("00:00"))).alerts(passages, MONDAY.at("12:00"));
    assertThat(alerts)
        .containsExactly(
            new ExpectedAlert("watchlist-hit", List.of(passages.get(0))),
            new ExpectedAlert("watchlist-hit", List.of(passages.get(1))));
  }

  @Test
  void theSixthCrossingWithinADayIsToldAndTheSeventhIsNot() {
    for (int hour = 8; hour < 15; hour++) {
      pass(CAR, "EST-1", hour % 2 == 0 ? "BE" : "FR", MONDAY.at("%02d:00".formatted(hour)));
    }
    assertThat(alerts(MONDAY.at("20:00")))
        .containsExactly(new ExpectedAlert("recurring-crossings", passages.subList(0, 6)));
  }

  @Test
  void sixCrossingsInMoreThanADayAreNotTold() {
    for (int hour = 8; hour < 13; hour++) {
      pass(CAR, "EST-1", hour % 2 == 0 ? "BE" : "FR", MONDAY.at("%02d:00".formatted(hour)));
    }
    pass(CAR, "EST-1", "FR", TUESDAY.at("08:01"));
    assertThat(alerts(TUESDAY.at("20:00"))).isEmpty();
  }

  @Test
  void inByNightAndOutElsewhereWithinNinetyMinutesIsTold() {
    pass(CAR, "EST-1", "BE", MONDAY.at("02:10"));
    pass(CAR, "EST-2", "FR", MONDAY.at("03:39"));
    assertThat(alerts(MONDAY.at("20:00")))
        .containsExactly(new ExpectedAlert("night-dash", passages));
  }

  @Test
  void inByNightAndOutNinetyMinutesLaterIsNotTold() {
    pass(CAR, "EST-1", "BE", MONDAY.at("02:10"));
    pass(CAR, "EST-2", "FR", MONDAY.at("03:40"));
    assertThat(alerts(MONDAY.at("20:00"))).isEmpty();
  }

  @Test
  void inByNightAndOutAtTheSameCameraIsNotTold() {
    pass(CAR, "EST-1", "BE", MONDAY.at("02:10"));
    pass(CAR, "EST-1", "FR", MONDAY.at("02:50"));
    assertThat(alerts(MONDAY.at("20:00"))).isEmpty();
  }

  @Test
  void fiveInTheMorningIsNoLongerNight() {
    pass(CAR, "EST-1", "BE", MONDAY.at("05:00"));
    pass(CAR, "EST-2", "FR", MONDAY.at("05:40"));
    assertThat(alerts(MONDAY.at("20:00"))).isEmpty();
  }

  @Test
  void aTruckThatStaysIsToldWhenTwelveHoursAreOver() {
    pass(TRUCK, "EST-1", "BE", MONDAY.at("06:00"));
    assertThat(alerts(MONDAY.at("17:59"))).isEmpty();
    assertThat(alerts(MONDAY.at("18:00")))
        .containsExactly(new ExpectedAlert("truck-did-not-return", passages));
  }

  @Test
  void aTruckThatReturnsInTimeRaisesNothing() {
    pass(TRUCK, "EST-1", "BE", MONDAY.at("06:00"));
    pass(TRUCK, "EST-2", "FR", MONDAY.at("17:00"));
    assertThat(alerts(TUESDAY.at("20:00"))).isEmpty();
  }

  @Test
  void aCarMayStay() {
    pass(CAR, "EST-1", "BE", MONDAY.at("06:00"));
    assertThat(alerts(TUESDAY.at("20:00"))).isEmpty();
  }

  @Test
  void everyPassageOfATruckOwesOneTollEvent() {
    pass(TRUCK, "EST-1", "BE", MONDAY.at("06:00"));
    pass(CAR, "EST-1", "BE", MONDAY.at("07:00"));
    pass(TRUCK, "EST-1", "FR", MONDAY.at("08:00"));
    assertThat(Oracle.tolls(passages)).containsExactly(passages.get(0), passages.get(2));
  }

  private List<ExpectedAlert> alerts(Instant clock) {
    assertThat(passages).isSortedAccordingTo(Comparator.comparing(TruePassage::at));
    return new Oracle(List.of()).alerts(passages, clock);
  }

  private void pass(TrueVehicle vehicle, String camera, String to, Instant at) {
    passages.add(
        new TruePassage(
            passages.size(),
            Story.ONCE_ONLY,
            vehicle,
            camera,
            to.equals("BE") ? Direction.APPROACHING : Direction.RECEDING,
            to.equals("BE") ? "FR" : "BE",
            to,
            at,
            3));
  }

  private static TrueVehicle vehicle(String plate, VehicleType type) {
    return new TrueVehicle(plate, "BE", "be-2010", type, Colour.GREY);
  }
}
