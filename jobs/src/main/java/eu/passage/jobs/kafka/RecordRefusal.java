package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.schemas.ids.Ids;
import eu.passage.schemas.wire.WireException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The dead letter for a Kafka record that cannot be read. */
final class RecordRefusal {

  /** Enough to see what it is; dead letters are no archive. */
  private static final int SAMPLE_BYTES = 4096;

  private RecordRefusal() {}

  static DeadLetter of(ConsumerRecord<byte[], byte[]> record, WireException fault) {
    DeadLetterReason reason =
        switch (fault.reason()) {
          case UNKNOWN_SCHEMA_ID, INCOMPATIBLE_SCHEMA -> DeadLetterReason.UNKNOWN_SCHEMA;
          default -> DeadLetterReason.MALFORMED_RECORD;
        };
    return of(record, reason, String.valueOf(fault.getMessage()));
  }

  /** The same record refused again for the same reason gives the same letter. */
  static DeadLetter of(
      ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String message) {
    String origin = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", origin, reason.name()))
        .setReason(reason)
        .setMessage(message)
        .setStage("read " + record.topic())
        .setAt(Instant.ofEpochMilli(Math.max(0, record.timestamp())))
        .setOrigin(origin)
        .setSample(sample(record.value()))
        .build();
  }

  private static @Nullable ByteBuffer sample(byte @Nullable [] value) {
    return value == null
        ? null
        : ByteBuffer.wrap(Arrays.copyOf(value, Math.min(value.length, SAMPLE_BYTES)));
  }
}
