package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.CameraCount;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TypeCount;
import eu.passage.avro.VehicleType;
import eu.passage.cep.counts.Slots;
import eu.passage.jobs.archive.SampleTolls;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.tolls.books.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day with a busy minute, a quiet hour and a truck that is like no other. */
final class SampleDay {

  static final Days DAY = Days.of(LocalDate.parse("2026-11-26"), ZoneId.of("Europe/Brussels"));

  static final String LONELY_PLATE = "9LON999";

  private SampleDay() {}

  /** Six alike at 08:00, five of different kinds in the hour from 10, one alone at 15:00. */
  static List<TollEvent> events() {
    List<TollEvent> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(truck("1BUS00" + i, "2026-11-26T07:00:1" + i + "Z", 5, 38_000 + 100 * i));
    }
    for (int i = 0; i < 5; i++) {
      events.add(
          truck("1ODD00" + i, "2026-11-26T09:%02d:00Z".formatted(10 * i + 3), 2 + i, 9_000 * i));
    }
    events.add(truck(LONELY_PLATE, "2026-11-26T14:00:00Z", null, null));
    events.get(11).setFromCountry("BE");
    events.get(11).setToCountry("FR");
    return events;
  }

  static TollEvent truck(
      String plate, String at, @Nullable Integer axles, @Nullable Integer kilograms) {
    TollEvent event = SampleTolls.event("EST-1", 1);
    event.setEventId("toll-" + plate);
    event.setPassageId("passage-" + plate);
    event.setAt(Instant.parse(at));
    event.setPlate(plate);
    event.setAxles(axles);
    event.setWeightKg(kilograms);
    return event;
  }

  /**
   * Two slots: nine cars and a lone motorcycle, then seven vehicles of which three were not read.
   */
  static Slots counts() {
    Slots slots = new Slots();
    counts("EST-1").forEach(slots::add);
    return slots;
  }

  static List<CameraCount> counts(String camera) {
    return List.of(
        count(
            camera,
            "2026-11-26T07:00:00Z",
            List.of(new TypeCount(VehicleType.CAR, 9), new TypeCount(VehicleType.MOTORCYCLE, 1)),
            0),
        count(camera, "2026-11-26T07:05:00Z", List.of(new TypeCount(VehicleType.CAR, 4)), 3));
  }

  private static CameraCount count(
      String camera, String at, List<TypeCount> passages, int notRead) {
    return CameraCount.newBuilder()
        .setCameraId(camera)
        .setChargingPoint(camera)
        .setRoad("Estaimpuis - Wattrelos")
        .setStartsAt(Instant.parse(at))
        .setSlotMs(300_000)
        .setPassages(passages)
        .setPlatesRead(passages.stream().mapToInt(TypeCount::getVehicles).sum())
        .setPlatesNotRead(notRead)
        .setRevision(1)
        .build();
  }

  static DayStatistics statistics() {
    return statistics(events());
  }

  static DayStatistics statistics(List<TollEvent> events) {
    return DayStatistics.of(
        DAY,
        (days, reader) -> events.stream().filter(e -> days.has(e.getAt())).forEach(reader),
        counts(),
        ConfigFile.defaults().tollArchive().statistics());
  }

  static Publisher publisher() {
    return Publisher.of(ConfigFile.defaults());
  }
}
