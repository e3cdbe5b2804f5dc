package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a topic as a gateway before the platform would. Safe for use by many threads.
 *
 * @param <T> the generated class of the topic's records
 */
public final class TopicWriter<T extends SpecificRecord> implements AutoCloseable {

  /** A frame with its picture of at most 2 MiB. */
  private static final String MAX_REQUEST_BYTES = Integer.toString(3 << 20);

  private final Topic topic;
  private final AvroCodec<T> codec;
  private final KafkaProducer<byte[], byte[]> producer;
  private volatile @Nullable Exception failure;

  /** A writer of the topic that carries records of this class. */
  public TopicWriter(PassageConfig config, Topic topic, Class<T> recordClass) {
    this.topic = topic;
    SchemaRegistryClient registry = new SchemaRegistryClient(config.registry().url());
    codec = new AvroCodec<>(recordClass, topic.subject(), registry);
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    String bytes = ByteArraySerializer.class.getName();
    properties.setProperty(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, bytes);
    properties.setProperty(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, bytes);
    producer = new KafkaProducer<>(properties);
  }

  /**
   * Sends a record without waiting for the broker.
   *
   * <p>Errors: {@link IllegalStateException} when this or an earlier record could not be written.
   */
  public void write(T record) {
    try {
      write(RecordKeys.of(record), codec.encode(record));
    } catch (WireException e) {
      throw new UncheckedIOException(topic.topicName() + " cannot be written", e);
    }
  }

  /** The same for bytes as they are, whatever they hold. */
  public void write(String key, byte[] value) {
    send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value));
  }

  /** Takes what has this key off a compacted topic, as of a moment. */
  public void remove(String key, Instant at) {
    send(
        new ProducerRecord<byte[], byte[]>(
            topic.topicName(),
            null,
            at.toEpochMilli(),
            key.getBytes(StandardCharsets.UTF_8),
            null));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    requireHealthy();
    producer.send(
        record,
        (metadata, e) -> {
          if (e != null) {
            failure = e;
          }
        });
  }

  /** Waits until the broker has all that was written. */
  public void flush() {
    producer.flush();
    requireHealthy();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void requireHealthy() {
    Exception refused = failure;
    if (refused != null) {
      throw new IllegalStateException(topic.topicName() + " cannot be written", refused);
    }
  }
}
