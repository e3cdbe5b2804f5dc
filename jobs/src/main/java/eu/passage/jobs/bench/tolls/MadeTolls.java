package eu.passage.jobs.bench.tolls;

import eu.passage.avro.Box;
import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.InputSource;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.schemas.ids.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Toll events as large as real ones: five frames, three reasons, seven inputs. */
final class MadeTolls {

  private static final String ORIGINATOR = "bench";
  private static final int POINTS = 8;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private MadeTolls() {}

  /** The events of so many passages, in turn at each point. */
  static List<TollEvent> events(int count) {
    return IntStream.range(0, count).mapToObj(MadeTolls::event).toList();
  }

  private static TollEvent event(int index) {
    String point = "BENCH-" + index % POINTS;
    String passage = Ids.of("passage", point, Integer.toString(index));
    String plate = "1ABC%05d".formatted(index % 100_000);
    Instant at = START.plus(BETWEEN.multipliedBy(index));
    return TollEvent.newBuilder()
        .setEventId(Ids.of("toll", ORIGINATOR, passage))
        .setOriginator(ORIGINATOR)
        .setPassageId(passage)
        .setPassageIds(List.of(passage))
        .setStatus(TollStatus.FINAL)
        .setAt(at)
        .setUncertaintyMs(40)
        .setCameraId(point)
        .setChargingPoint(point)
        .setSequence(index / POINTS + 1L)
        .setCameraCountry("BE")
        .setRoad("Estaimpuis - Wattrelos")
        .setSegment("N58-1")
        .setDirection(Direction.APPROACHING)
        .setFromCountry("FR")
        .setToCountry("BE")
        .setPlate(plate)
        .setCountry("BE")
        .setPlateConfidence(0.98f)
        .setFront(new SidePlate(plate, "BE", 0.98f, point))
        .setRear(new SidePlate("Q" + plate, "BE", 0.95f, point + "-R"))
        .setVehicleClass("TRUCK")
        .setClassConfidence(0.99f)
        .setClassReasons(
            List.of(
                new ClassReason(ClassSource.PICTURE, "truck in 5 of 5 frames", 3.1f),
                new ClassReason(ClassSource.PLATE, "a Belgian trailer's plate", 2.2f),
                new ClassReason(ClassSource.AXLES, "5 axles", 4.0f)))
        .setAxles(5)
        .setWeightKg(38_000 + index % 4000)
        .setEvidence(
            IntStream.range(0, 5).mapToObj(frame -> evidence(passage, frame, at, plate)).toList())
        .setCharge(charge(index))
        .build();
  }

  private static Evidence evidence(String passage, int frame, Instant at, String plate) {
    String id = passage + "-" + frame;
    return new Evidence(
        id,
        at.plusMillis(200L * frame),
        Ids.of("sha", id).replaceAll("[^0-9a-f]", "0").repeat(2).substring(0, 64),
        "s3://evidence/" + id,
        new Box(600, 300 + 40 * frame, 120, 28),
        plate);
  }

  private static Charge charge(int index) {
    return Charge.newBuilder()
        .setTariffId("be-viapass-2019")
        .setTariffVersion("2019-07-01")
        .setAmount(BigDecimal.valueOf(8_000 + index % 9_000, 4))
        .setCurrency("EUR")
        .setVat(VatTreatment.NONE)
        .setInputs(
            List.of(
                new ChargeInput("region", "wallonia", InputSource.PASSAGE),
                new ChargeInput("road", "N58", InputSource.PASSAGE),
                new ChargeInput("weightKg", "38000", InputSource.SENSOR),
                new ChargeInput("euroClass", "6", InputSource.REGISTRY),
                new ChargeInput("axles", "5", InputSource.SENSOR),
                new ChargeInput("kilometres", "4.2", InputSource.TARIFF),
                new ChargeInput("price", "0.1930", InputSource.TARIFF)))
        .build();
  }
}
