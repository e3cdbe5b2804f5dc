package eu.passage.jobs.kafka;

import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
 * Avro records to Kafka records of one topic, or of one topic of several, under the key of {@link
 * RecordKeys}. The Kafka record's time is left to the producer: event time would be refused by a
 * broker when a camera's clock is ahead, and would let retention delete late reads at once.
 *
 * @param <T> the generated class of the topic's records
 */
final class WireWriter<T extends SpecificRecordBase>
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1L;

  /** Which of the topics a record belongs on. */
  interface TopicOf<T> extends Function<T, String>, Serializable {}

  private final List<String> topics;
  private final TopicOf<T> topicOf;
  private final Class<T> recordClass;
  private final URI registry;
  private transient @Nullable Map<String, AvroCodec<T>> codecs;

  /**
   * @param topics all that records are written to
   */
  WireWriter(List<String> topics, TopicOf<T> topicOf, Class<T> recordClass, URI registry) {
    this.topics = List.copyOf(topics);
    this.topicOf = topicOf;
    this.recordClass = recordClass;
    this.registry = registry;
  }

  static <T extends SpecificRecordBase> WireWriter<T> to(
      Topic topic, Class<T> recordClass, URI registry) {
    String name = topic.topicName();
    return new WireWriter<>(List.of(name), record -> name, recordClass, registry);
  }

  /** The topics, by which a restarted sink finds the transactions it left open. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    LeftThreads.letGoOf(context.getUserCodeClassLoader());
    SchemaRegistryClient client = new SchemaRegistryClient(registry);
    Map<String, AvroCodec<T>> opened = new HashMap<>();
    topics.forEach(
        topic -> opened.put(topic, new AvroCodec<>(recordClass, Topic.subjectOf(topic), client)));
    codecs = opened;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T record, KafkaSinkContext context, @Nullable Long timestamp) {
    String topic = topicOf.apply(record);
    AvroCodec<T> open = codecs == null ? null : codecs.get(topic);
    if (open == null) {
      throw new IllegalStateException(topic + " is written to before it was opened");
    }
    try {
      byte[] value = RegistryPatience.ask(() -> open.encode(record));
      byte[] key = RecordKeys.of(record).getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(topic, key, value);
    } catch (WireException e) {
      throw new UncheckedIOException(topic + " cannot be written", e);
    }
  }
}
