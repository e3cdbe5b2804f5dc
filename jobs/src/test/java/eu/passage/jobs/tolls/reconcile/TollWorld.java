package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.Evidence;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some days at three charging points as the toll job tells them, by the shipped tariffs: trucks
 * that reach the cap of a day, that are exempt, of which the registry answers late, that a person
 * takes back, that pass at midnight; and between the day's numbers corrections of other days.
 */
final class TollWorld {

  static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private static final String ORIGINATOR = "passage-estaimpuis";
  private static final RegistryAnswer KNOWN =
      new RegistryAnswer.Known(new VehicleFacts(6, null, 40_000, 5, Set.of()));
  private static final RegistryAnswer MILITARY =
      new RegistryAnswer.Known(new VehicleFacts(null, null, null, null, Set.of("military")));

  private static final int TRUCKS = 10;
  private static final int LATE_ANSWER = 3;
  private static final int EXEMPT = 4;
  private static final int TAKEN_BACK = 2;
  private static final int AT_MIDNIGHT = 20;
  private static final int LONG_AGO = 21;

  private final Rater rater = new Rater(ShippedTariffs.standard());
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<TruckPassage> passages = new ArrayList<>();
  private final List<TollEvent> events = new ArrayList<>();

  TollWorld() {
    Map<Integer, List<TollEvent>> drafts = new HashMap<>();
    for (int truck = 0; truck < TRUCKS; truck++) {
      List<TollEvent> of = new ArrayList<>();
      if (truck % 2 == 0) {
        of.add(draft(pass(truck, 100, DAY.minusDays(1), "23:30", Side.FRONT)));
      }
      for (int time = 0; time <= truck % 7; time++) {
        of.add(draft(pass(truck, time, DAY, "%02d:15".formatted(6 + time), Side.FRONT)));
      }
      if (truck % 3 == 0) {
        of.add(draft(pass(truck, 200, DAY.plusDays(1), "00:10", Side.FRONT)));
      }
      drafts.put(truck, of);
    }
    drafts.put(
        AT_MIDNIGHT,
        List.of(
            draft(
                pass(AT_MIDNIGHT, 0, DAY.minusDays(1), "23:59", Side.FRONT),
                pass(AT_MIDNIGHT, 1, DAY, "00:00", Side.REAR))));
    List<TollEvent> longAgo = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      longAgo.add(draft(pass(LONG_AGO, time, LocalDate.parse("2026-01-15"), "12:00", Side.FRONT)));
    }
    drafts.put(LONG_AGO, longAgo);
    book(drafts);
  }

  /** Numbers events as they come: by time, and some corrections much later. */
  private void book(Map<Integer, List<TollEvent>> drafts) {
    Map<String, TollEvent> rated = new HashMap<>();
    List<TollEvent> first = new ArrayList<>();
    drafts.forEach(
        (truck, of) -> {
          RegistryAnswer late =
              truck == LATE_ANSWER ? new RegistryAnswer.NotAnswered() : answer(truck);
          price(of, late).forEach(event -> first.add(TollChain.first(event)));
          price(of, answer(truck)).forEach(event -> rated.put(event.getPassageId(), event));
        });
    first.sort((one, other) -> one.getAt().compareTo(other.getAt()));
    List<TollEvent> old = new ArrayList<>();
    for (TollEvent event : first) {
      TollEvent numbered = number(event);
      boolean isOld = event.getAt().isBefore(DAY.minusDays(30).atStartOfDay(ZONE).toInstant());
      if (isOld) {
        old.add(numbered);
      } else if (!old.isEmpty() && at(DAY, "09:00").isBefore(event.getAt())) {
        // rated anew while the day goes on
        old.forEach(one -> number(TollChain.correction(one, one, CorrectionCause.TARIFF)));
        old.clear();
      }
      if (numbered.getPassageId().equals(passageId(TAKEN_BACK, 1))) {
        number(TollChain.withdrawal(numbered, CorrectionCause.REVIEW));
      }
    }
    for (TollEvent provisional : List.copyOf(events)) {
      if (provisional.getStatus() == TollStatus.PROVISIONAL) {
        TollEvent now = Objects.requireNonNull(rated.get(provisional.getPassageId()));
        number(TollChain.correction(now, provisional, CorrectionCause.REGISTRY));
      }
    }
  }

  /** Every event, as each copy should hold it; records of their own. */
  List<TollEvent> events() {
    return events.stream().map(event -> TollEvent.newBuilder(event).build()).toList();
  }

  List<TruckPassage> passages() {
    return passages;
  }

  static String passageId(int truck, int time) {
    return "passage-%d-%d".formatted(truck, time);
  }

  static boolean isOfDay(TollEvent event) {
    return event.getAt().atZone(ZONE).toLocalDate().equals(DAY);
  }

  private static RegistryAnswer answer(int truck) {
    return truck == EXEMPT ? MILITARY : KNOWN;
  }

  private List<TollEvent> price(List<TollEvent> drafts, RegistryAnswer answer) {
    Map<String, Rated> rated = rater.rate(drafts.stream().map(Ride::of).toList(), answer);
    return drafts.stream()
        .map(
            draft -> {
              Rated one = Objects.requireNonNull(rated.get(draft.getPassageId()));
              return TollEvent.newBuilder(draft)
                  .setCharge(one.charge().orElse(null))
                  .setStatus(one.atBest())
                  .build();
            })
        .toList();
  }

  private TollEvent number(TollEvent event) {
    TollEvent numbered =
        TollChain.numbered(event, sequences.merge(event.getChargingPoint(), 1L, Long::sum));
    events.add(numbered);
    return numbered;
  }

  private static TollEvent draft(TruckPassage... views) {
    return TollDraft.of(List.of(views), ORIGINATOR);
  }

  private TruckPassage pass(int truck, int time, LocalDate day, String clock, Side side) {
    String point = "EST-" + (1 + (truck == AT_MIDNIGHT ? 0 : (truck + time) % 3));
    String plate = "1TRK%03d".formatted(truck);
    Instant at = at(day, clock).plusSeconds(truck == AT_MIDNIGHT ? 58 * (1 - time) + time : truck);
    TruckPassage passage =
        TruckPassage.newBuilder()
            .setPassageId(passageId(truck, time))
            .setChargingPoint(point)
            .setCameraId(point)
            .setCameraCountry("BE")
            .setRoad("N511")
            .setAt(at)
            .setReceivedAt(at)
            .setSide(side)
            .setPlate(new SidePlate(plate, "BE", 0.98f, point))
            .setClassConfidence(0.97f)
            .setClassReasons(
                List.of(new ClassReason(ClassSource.PICTURE, "TRUCK in 3 pictures, 97 %", 3.5f)))
            .setEvidence(
                List.of(
                    new Evidence(
                        "frame-%d-%d".formatted(truck, time),
                        at,
                        Ids.sha256Hex(plate + time),
                        null,
                        null,
                        plate)))
            .build();
    passages.add(passage);
    return passage;
  }

  private static Instant at(LocalDate day, String clock) {
    return day.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
  }
}
