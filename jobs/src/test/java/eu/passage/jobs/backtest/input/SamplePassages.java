package eu.passage.jobs.backtest.input;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import java.time.Instant;
import java.util.List;

/** Passages into Belgium, a second apart. */
public final class SamplePassages {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private SamplePassages() {}

  public static Passage passage(int number, String camera) {
    Instant at = START.plusSeconds(number);
    return Passage.newBuilder()
        .setPassageId("passage-" + number)
        .setVehicleKey("BE:1")
        .setCameraId(camera)
        .setCameraCountry("BE")
        .setRoad("road")
        .setZone("zone")
        .setAt(at)
        .setFirstAt(at)
        .setReceivedAt(at)
        .setPlate(
            PlateReading.newBuilder()
                .setText("1ABC" + number % 1000)
                .setCountry("BE")
                .setConfidence(0.9f)
                .build())
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setFromCountry("FR")
        .setToCountry("BE")
        .setEvidence(List.of())
        .setModelVersion("test")
        .build();
  }
}
