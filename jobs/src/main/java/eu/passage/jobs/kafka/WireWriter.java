package eu.passage.jobs.kafka;

import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records to Kafka records of a topic, under the key of {@link RecordKeys}. The Kafka record's
 * time is left to the producer: event time would be refused by a broker when a camera's clock is
 * ahead, and would let retention delete late reads at once.
 *
 * @param <T> the generated class of the topic's records
 */
final class WireWriter<T extends SpecificRecordBase>
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1L;

  private final Topic topic;
  private final Class<T> recordClass;
  private final URI registry;
  private transient @Nullable AvroCodec<T> codec;

  WireWriter(Topic topic, Class<T> recordClass, URI registry) {
    this.topic = topic;
    this.recordClass = recordClass;
    this.registry = registry;
  }

  /** The topic, by which a restarted sink finds the transactions it left open. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic.topicName()))));
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    LeftThreads.letGoOf(context.getUserCodeClassLoader());
    codec = new AvroCodec<>(recordClass, topic.subject(), new SchemaRegistryClient(registry));
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T record, KafkaSinkContext context, @Nullable Long timestamp) {
    AvroCodec<T> open = codec;
    if (open == null) {
      throw new IllegalStateException("written to before it was opened");
    }
    try {
      byte[] value = RegistryPatience.ask(() -> open.encode(record));
      byte[] key = RecordKeys.of(record).getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(topic.topicName(), key, value);
    } catch (WireException e) {
      throw new UncheckedIOException(topic.topicName() + " cannot be written", e);
    }
  }
}
