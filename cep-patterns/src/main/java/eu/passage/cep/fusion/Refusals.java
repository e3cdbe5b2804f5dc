package eu.passage.cep.fusion;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Observation;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;

/** Observations that cannot become part of a passage, in words. */
public final class Refusals {

  private static final String STAGE = "fusion";

  private Refusals() {}

  /** No camera of this id is in the catalogue. */
  public static DeadLetter unknownCamera(Observation observation) {
    return refuse(
        observation,
        DeadLetterReason.UNKNOWN_CAMERA,
        "camera '"
            + observation.getCameraId()
            + "' is not in the camera catalogue; add it there, or correct the sender's camera id");
  }

  /** The vehicles of its time are no longer kept. */
  public static DeadLetter tooLate(Observation observation, Instant watermark) {
    return refuse(
        observation,
        DeadLetterReason.TOO_LATE,
        "captured at "
            + observation.getCapturedAt()
            + ", but the stream has come to "
            + watermark
            + "; feed it through a back-test instead");
  }

  private static DeadLetter refuse(
      Observation observation, DeadLetterReason reason, String message) {
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", observation.getObservationId(), reason.name()))
        .setReason(reason)
        .setMessage(message)
        .setStage(STAGE)
        .setAt(observation.getCapturedAt())
        .setOrigin(observation.getObservationId())
        .setCameraId(observation.getCameraId())
        .build();
  }
}
