package eu.passage.recognition.gate;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;

/** Refused frames as records. */
public final class DeadLetters {

  private static final String STAGE = "recognition";

  private DeadLetters() {}

  /**
   * The record of a frame's refusal; the same refusal gives the same id. Its time is the frame's,
   * unless that very clock was the reason.
   *
   * @param message what was wrong and what would be right
   */
  public static DeadLetter of(Frame frame, DeadLetterReason reason, String message) {
    Instant at =
        reason == DeadLetterReason.CLOCK_SKEW ? frame.getReceivedAt() : frame.getCapturedAt();
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", frame.getFrameId(), reason.name()))
        .setReason(reason)
        .setMessage(message)
        .setStage(STAGE)
        .setAt(at)
        .setOrigin(shortened(frame.getFrameId()))
        .setCameraId(frame.getCameraId().isBlank() ? null : shortened(frame.getCameraId()))
        .build();
  }

  private static String shortened(String id) {
    return id.length() <= FrameGate.MAX_ID ? id : id.substring(0, FrameGate.MAX_ID) + "…";
  }
}
