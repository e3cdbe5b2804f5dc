package eu.passage.jobs.archive;

import eu.passage.avro.Box;
import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.InputSource;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Toll events with something in every field. */
public final class SampleTolls {

  /** 00:30 in Brussels, on the day after. */
  public static final Instant START = Instant.parse("2026-11-25T23:30:00Z");

  private SampleTolls() {}

  /** The event of a number at a point: a minute apart, 1.2345 EUR each. */
  public static TollEvent event(String point, long number) {
    Instant at = START.plus(Duration.ofMinutes(number));
    return TollEvent.newBuilder()
        .setEventId("toll-%s-%d".formatted(point, number))
        .setOriginator("passage-estaimpuis")
        .setPassageId("passage-%s-%d".formatted(point, number))
        .setStatus(TollStatus.FINAL)
        .setAt(at)
        .setCameraId(point)
        .setCameraCountry("BE")
        .setRoad("Estaimpuis - Wattrelos")
        .setDirection(Direction.APPROACHING)
        .setFromCountry("FR")
        .setToCountry("BE")
        .setPlate("1ABC234")
        .setCountry("BE")
        .setPlateConfidence(0.987f)
        .setVehicleClass("TRUCK")
        .setClassConfidence(0.93f)
        .setEvidence(
            List.of(
                new Evidence(
                    "frame-" + number,
                    at,
                    "a".repeat(64),
                    "file:/frames/" + number,
                    new Box(600, 300, 120, 28),
                    "1ABC234")))
        .setCharge(charge("1.2345"))
        .setChargingPoint(point)
        .setSequence(number)
        .setSegment("N58-1")
        .setUncertaintyMs(40)
        .setPassageIds(List.of("passage-%s-%d".formatted(point, number)))
        .setFront(new SidePlate("1ABC234", "BE", 0.987f, point))
        .setRear(new SidePlate("QABC123", "BE", 0.9f, point + "-rear"))
        .setClassReasons(List.of(new ClassReason(ClassSource.AXLES, "5 axles", 3.5f)))
        .setAxles(5)
        .setWeightKg(38_250)
        .build();
  }

  /** What another event says instead, under a number of its own. */
  public static TollEvent correction(TollEvent corrected, long number, String amount) {
    TollEvent event = event(corrected.getChargingPoint(), number);
    event.setCorrects(corrected.getEventId());
    event.setPassageId(corrected.getPassageId());
    event.setAt(corrected.getAt());
    event.setCause(CorrectionCause.REGISTRY);
    event.setCharge(charge(amount));
    return event;
  }

  private static Charge charge(String amount) {
    return Charge.newBuilder()
        .setTariffId("be-2019")
        .setTariffVersion("3")
        .setAmount(new BigDecimal(amount))
        .setCurrency("EUR")
        .setVat(VatTreatment.NONE)
        .setInputs(
            List.of(
                new ChargeInput("euroClass", "6", InputSource.REGISTRY),
                new ChargeInput("kilometres", "4.2", InputSource.TARIFF)))
        .setUncapped(new BigDecimal("9.9900"))
        .build();
  }
}
