package eu.passage.cep.toll.reconcile;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.Evidence;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.TollChain;
import eu.passage.schemas.ids.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A day at three charging points on which everything agrees, to plant faults in: trucks seen by one
 * camera and by two, corrected and withdrawn events, ways between points, and what the days around
 * leave in the sequences.
 */
final class TollDay {

  static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  static final String TARIFF = "by-axle";
  static final String VERSION = "2026";

  private static final List<String> POINTS = List.of("EST-1", "EST-2", "EST-3");
  private static final BigDecimal BY_AXLE = new BigDecimal("0.4100");

  private final Map<Copy, List<TollEvent>> copies = new EnumMap<>(Copy.class);
  private final Map<String, Set<String>> passages = new TreeMap<>();
  private final Map<String, Long> sequences = new HashMap<>();

  /**
   * @param trucks at least 5
   */
  TollDay(int trucks) {
    for (Copy copy : Copy.values()) {
      copies.put(copy, new ArrayList<>());
    }
    Map<String, TollEvent> yesterday = new HashMap<>();
    for (String point : POINTS) {
      passages.put(point, new HashSet<>());
      yesterday.put(point, book(TollChain.first(truck(-1, point, at(-1, 20), 4))));
    }
    for (int i = 0; i < trucks; i++) {
      String point = POINTS.get(i % POINTS.size());
      pass(i, point);
      if (i / POINTS.size() == 1) {
        TollEvent before = yesterday.get(point);
        book(TollChain.correction(withAxles(before, 5), before, CorrectionCause.REGISTRY));
      }
    }
    POINTS.forEach(point -> book(TollChain.first(truck(trucks, point, at(1, 1), 3))));
  }

  /** As many as the amount's inputs say, and only by a tariff of the day. */
  static AmountVerdict check(TollEvent event, List<TollEvent> ofVehicle) {
    Charge charge = event.getCharge();
    if (charge == null) {
      return new AmountVerdict.OtherTariff("tariff by-axle version 2026");
    } else if (!Set.of("2025", VERSION).contains(charge.getTariffVersion())) {
      return new AmountVerdict.UnknownTariff();
    } else if (!charge.getTariffVersion().equals(VERSION)) {
      return new AmountVerdict.OtherTariff("tariff by-axle version 2026");
    }
    BigDecimal due = amount(Integer.parseInt(charge.getInputs().get(0).getValue()));
    return due.compareTo(charge.getAmount()) == 0 && ofVehicle.contains(event)
        ? new AmountVerdict.Holds()
        : new AmountVerdict.OtherAmount(due);
  }

  DayBooks books() {
    return new DayBooks(DAY, ZONE, Optional.of(passages), copies);
  }

  List<TollEvent> copy(Copy copy) {
    return copies.get(copy);
  }

  Map<String, Set<String>> passages() {
    return passages;
  }

  /** Events of the day that stand. */
  List<TollEvent> standing() {
    return ofDay(new Ledger(books())::stands);
  }

  /** Corrections of the day that take nothing back. */
  List<TollEvent> corrections() {
    return ofDay(event -> event.getCorrects() != null && event.getStatus() != TollStatus.WITHDRAWN);
  }

  List<TollEvent> ofDay(Predicate<TollEvent> which) {
    return copies.get(Copy.TOPIC).stream().filter(books()::isOfDay).filter(which).toList();
  }

  /** Numbers it and puts it into every copy. */
  TollEvent book(TollEvent event) {
    TollEvent numbered = TollEvent.newBuilder(event).setSequence(next(event)).build();
    copies.values().forEach(copy -> copy.add(TollEvent.newBuilder(numbered).build()));
    return numbered;
  }

  long next(TollEvent event) {
    return sequences.merge(event.getChargingPoint(), 1L, Long::sum);
  }

  /** Changes an event in one copy. */
  void change(Copy copy, String eventId, UnaryOperator<TollEvent> change) {
    copies
        .get(copy)
        .replaceAll(
            event ->
                event.getEventId().equals(eventId)
                    ? change.apply(TollEvent.newBuilder(event).build())
                    : event);
  }

  /** Changes an event in every copy. */
  void change(String eventId, UnaryOperator<TollEvent> change) {
    copies.keySet().forEach(copy -> change(copy, eventId, change));
  }

  /** Moves the numbers of an event and of those behind it, in every copy. */
  void shift(TollEvent from, long by) {
    for (List<TollEvent> copy : copies.values()) {
      copy.replaceAll(
          event ->
              event.getChargingPoint().equals(from.getChargingPoint())
                      && event.getSequence() >= from.getSequence()
                  ? TollEvent.newBuilder(event).setSequence(event.getSequence() + by).build()
                  : event);
    }
    sequences.merge(from.getChargingPoint(), by, Long::sum);
  }

  static TollEvent withAxles(TollEvent event, int axles) {
    Charge charge =
        Charge.newBuilder()
            .setTariffId(TARIFF)
            .setTariffVersion(VERSION)
            .setAmount(amount(axles))
            .setCurrency("EUR")
            .setVat(VatTreatment.NONE)
            .setInputs(
                new ArrayList<>(
                    List.of(new ChargeInput("axles", String.valueOf(axles), InputSource.REGISTRY))))
            .build();
    return TollEvent.newBuilder(event).setCharge(charge).build();
  }

  private void pass(int i, String point) {
    TollEvent truck = truck(i, point, at(0, 0).plusSeconds(60L * i), 2 + i % 5);
    String id = truck.getPassageId();
    passages.get(point).add(id);
    switch (i % 5) {
      case 1 -> { // the registry answers later
        TollEvent first =
            book(
                TollChain.first(
                    TollEvent.newBuilder(truck).setStatus(TollStatus.PROVISIONAL).build()));
        book(TollChain.correction(withAxles(truck, 6), first, CorrectionCause.REGISTRY));
      }
      case 2 -> { // seen by two cameras
        passages.get(point).add(id + "-rear");
        truck.setPassageIds(new ArrayList<>(List.of(id, id + "-rear")));
        book(TollChain.first(truck));
      }
      case 3 -> // a person takes it back
          book(TollChain.withdrawal(book(TollChain.first(truck)), CorrectionCause.REVIEW));
      case 4 -> { // a way that began at the point of another truck's passage
        truck.setPassageIds(
            new ArrayList<>(List.of(passage(i - 1, POINTS.get((i - 1) % POINTS.size())), id)));
        book(TollChain.first(truck));
      }
      default -> book(TollChain.first(truck));
    }
  }

  private static TollEvent truck(int i, String point, Instant at, int axles) {
    TollEvent bare =
        TollEvent.newBuilder()
            .setEventId("")
            .setOriginator("commune")
            .setPassageId(passage(i, point))
            .setStatus(TollStatus.FINAL)
            .setAt(at)
            .setCameraId(point)
            .setCameraCountry("BE")
            .setRoad("N511")
            .setChargingPoint(point)
            .setPlate("1ABC%03d".formatted(Math.floorMod(i, 1000) / 2))
            .setCountry("BE")
            .setPlateConfidence(0.97f)
            .setVehicleClass("TRUCK")
            .setClassConfidence(0.99f)
            .setEvidence(
                new ArrayList<>(
                    List.of(
                        Evidence.newBuilder()
                            .setFrameId("frame-" + i)
                            .setCapturedAt(at)
                            .setSha256(Ids.sha256Hex(point + i))
                            .build())))
            .build();
    return withAxles(bare, axles);
  }

  private static String passage(int i, String point) {
    return "passage-%s-%d".formatted(point, i);
  }

  private static BigDecimal amount(int axles) {
    return BY_AXLE.multiply(BigDecimal.valueOf(axles));
  }

  private static Instant at(int days, int hour) {
    return DAY.plusDays(days).atTime(hour, 0).atZone(ZONE).toInstant();
  }
}
