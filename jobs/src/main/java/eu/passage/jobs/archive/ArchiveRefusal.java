package eu.passage.jobs.archive;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.Written.Refused;
import eu.passage.schemas.ids.Ids;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;

/** The dead letter for a toll event that cannot be kept. */
final class ArchiveRefusal {

  static final OutputTag<DeadLetter> TAG =
      new OutputTag<>("refused", new AvroTypeInfo<>(DeadLetter.class));

  private static final int LONGEST_MESSAGE = 1000;

  private ArchiveRefusal() {}

  /**
   * The same event refused again gives the same letter; another that takes its id does not.
   *
   * @param stage the operator
   */
  static DeadLetter of(Refused refused, String stage) {
    TollEvent event = refused.event();
    String message =
        "The toll event %s (number %d of %s at %s) is not archived: %s."
            .formatted(
                event.getEventId(),
                event.getSequence(),
                event.getOriginator(),
                event.getChargingPoint(),
                refused.why());
    return DeadLetter.newBuilder()
        .setDeadLetterId(
            Ids.of(
                "dead-letter",
                event.getEventId(),
                refused.reason().name(),
                stage,
                event.toString()))
        .setReason(refused.reason())
        .setMessage(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
        .setStage(stage)
        .setAt(event.getAt())
        .setOrigin(event.getEventId())
        .setCameraId(event.getCameraId())
        .build();
  }
}
