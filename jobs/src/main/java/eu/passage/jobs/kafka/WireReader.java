package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Kafka records of a topic to Avro records. What is at fault itself comes out as a refusal (left);
 * a registry that does not answer is waited for and never costs a record.
 *
 * @param <T> the generated class of the topic's records
 */
final class WireReader<T extends SpecificRecordBase>
    implements KafkaRecordDeserializationSchema<Either<DeadLetter, T>> {

  private static final long serialVersionUID = 1L;

  private final Topic topic;
  private final Class<T> recordClass;
  private final URI registry;
  private final Tombstones<T> tombstones;
  private transient @Nullable AvroCodec<T> codec;

  WireReader(Topic topic, Class<T> recordClass, URI registry, Tombstones<T> tombstones) {
    this.topic = topic;
    this.recordClass = recordClass;
    this.registry = registry;
    this.tombstones = tombstones;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = new AvroCodec<>(recordClass, topic.subject(), new SchemaRegistryClient(registry));
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<Either<DeadLetter, T>> out)
      throws IOException {
    out.collect(read(record));
  }

  private Either<DeadLetter, T> read(ConsumerRecord<byte[], byte[]> record) throws WireException {
    byte @Nullable [] value = record.value();
    if (value == null) {
      return removal(record);
    }
    AvroCodec<T> open = codec;
    if (open == null) {
      throw new IllegalStateException("read before it was opened");
    }
    try {
      return Either.Right(RegistryPatience.ask(() -> open.decode(value)));
    } catch (WireException e) {
      if (!e.isFaultOfRecord()) {
        throw e;
      }
      return Either.Left(RecordRefusal.of(record, e));
    }
  }

  private Either<DeadLetter, T> removal(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    return Optional.ofNullable(key)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(text -> tombstones.removal(text, Instant.ofEpochMilli(record.timestamp())))
        .<Either<DeadLetter, T>>map(Either::Right)
        .orElseGet(
            () ->
                Either.Left(
                    RecordRefusal.of(
                        record, DeadLetterReason.MALFORMED_RECORD, "the record has no value")));
  }

  @Override
  public TypeInformation<Either<DeadLetter, T>> getProducedType() {
    return new EitherTypeInfo<>(
        new AvroTypeInfo<>(DeadLetter.class), new AvroTypeInfo<>(recordClass));
  }
}
