package eu.passage.jobs.kafka;

import eu.passage.avro.Box;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records that say little. */
public final class SampleRecords {

  public static final Instant START = Instant.parse("2025-03-03T08:00:00Z");

  private SampleRecords() {}

  public static Observation observation(String id, String cameraId, Instant at) {
    return Observation.newBuilder()
        .setObservationId(id)
        .setFrameId("frame-" + id)
        .setCameraId(cameraId)
        .setCapturedAt(at)
        .setReceivedAt(at)
        .setNoPlate(NoPlateReason.NOT_FOUND)
        .setType(new TypeEstimate(VehicleType.UNKNOWN, 0f))
        .setColour(new ColourEstimate(Colour.UNKNOWN, 0f))
        .setImageSha256("0".repeat(64))
        .setFrameWidth(1280)
        .setFrameHeight(720)
        .setModelVersion("1/1/1")
        .build();
  }

  /** A plate read well, of a Belgian car. */
  public static Observation reading(String id, String cameraId, Instant at, String plate) {
    Observation observation = observation(id, cameraId, at);
    observation.setNoPlate(null);
    observation.setPlate(
        PlateReading.newBuilder()
            .setText(plate)
            .setCountry("BE")
            .setConfidence(0.99f)
            .setCountryConfidence(0.99f)
            .setCharacterConfidences(Collections.nCopies(plate.length(), 0.99f))
            .build());
    observation.setPlateBox(new Box(600, 400, 120, 28));
    observation.setVehicleBox(new Box(480, 200, 360, 300));
    observation.setType(new TypeEstimate(VehicleType.CAR, 0.95f));
    return observation;
  }

  /** A Belgian car comes towards a camera: three frames settle its plate and its direction. */
  public static List<Observation> approaching(
      String id, String cameraId, Instant at, String plate) {
    List<Observation> frames = new ArrayList<>();
    for (int frame = 0; frame < 3; frame++) {
      Observation one = reading(id + "-" + frame, cameraId, at.plusMillis(250L * frame), plate);
      one.setVehicleBox(new Box(480, 100 + 100 * frame, 360, 300));
      one.setPlateBox(new Box(600, 300 + 100 * frame, 120, 28));
      frames.add(one);
    }
    return frames;
  }

  /** An approved entry, in force for a month around {@link #START}. */
  public static WatchEntry watchEntry(String plate, String country) {
    return WatchEntry.newBuilder()
        .setEntryId("entry-1")
        .setVersion(1)
        .setStatus(WatchStatus.APPROVED)
        .setPlate(plate)
        .setCountry(country)
        .setAction(WatchAction.OBSERVE)
        .setOffence("aggravated-theft")
        .setLegalBasis("a law")
        .setPurpose("judicial")
        .setCaseNumber("case-1")
        .setRequester("police-be")
        .setApprover("prosecutor")
        .setStartsAt(START.minus(Duration.ofDays(15)))
        .setExpiresAt(START.plus(Duration.ofDays(15)))
        .setMadeAt(START.minus(Duration.ofDays(1)))
        .setRecipients(List.of("police-be"))
        .build();
  }
}
