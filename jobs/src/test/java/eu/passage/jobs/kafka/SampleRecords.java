package eu.passage.jobs.kafka;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import java.time.Instant;

/** Records that say little. */
final class SampleRecords {

  static final Instant START = Instant.parse("2025-03-03T08:00:00Z");

  private SampleRecords() {}

  static Observation observation(String id, String cameraId, Instant at) {
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
}
