package eu.passage.jobs.bench.tolls;

import eu.passage.avro.Box;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TruckPassage;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Trucks that come again and again, at regular intervals, each time at another charging point.
 *
 * @param trucks different ones
 * @param aDay how often each passes a day
 */
record TruckTraffic(int trucks, int aDay) implements Serializable {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<String> POINTS = List.of("EST-1", "EST-2", "EST-3");
  private static final int FRAMES = 4;

  /** One of its passages, in order of time; the number counts from 0. */
  TruckPassage passage(long number) {
    Instant at = START.plusMillis(number * Duration.ofDays(1).toMillis() / ((long) trucks * aDay));
    int truck = Math.toIntExact(number % trucks);
    String point = POINTS.get(Math.toIntExact((number + number / trucks) % POINTS.size()));
    String plate =
        "1T%c%c%03d".formatted('A' + truck / 26_000, 'A' + truck / 1_000 % 26, truck % 1_000);
    List<Evidence> evidence = new ArrayList<>(FRAMES);
    for (int frame = FRAMES - 1; frame >= 0; frame--) {
      evidence.add(
          new Evidence(
              "frame-%d-%d".formatted(number, frame),
              at.minusMillis(250L * frame),
              "%064x".formatted(number * FRAMES + frame),
              null,
              new Box(600, 400, 120, 30),
              plate));
    }
    return TruckPassage.newBuilder()
        .setPassageId("passage-%032x".formatted(number))
        .setChargingPoint(point)
        .setCameraId(point)
        .setCameraCountry("BE")
        .setRoad("Estaimpuis - Wattrelos")
        .setAt(at)
        .setUncertaintyMs(750)
        .setReceivedAt(at)
        .setDirection(Direction.APPROACHING)
        .setFromCountry("FR")
        .setToCountry("BE")
        .setSide(Side.FRONT)
        .setPlate(new SidePlate(plate, "BE", 0.97f, point))
        .setClassConfidence(0.97f)
        .setClassReasons(
            new ArrayList<>(
                List.of(new ClassReason(ClassSource.PICTURE, "TRUCK in 4 pictures, 97 %", 3.5f))))
        .setEvidence(evidence)
        .build();
  }
}
