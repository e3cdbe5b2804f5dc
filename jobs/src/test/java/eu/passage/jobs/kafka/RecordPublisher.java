package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records to a topic from outside Flink, as a camera gateway does: Confluent wire format,
 * the key of {@link RecordKeys}, each record once even when it is sent again. Safe for use by many
 * threads.
 *
 * @param <T> the generated class of the topic's records
 */
public final class RecordPublisher<T extends SpecificRecordBase> implements AutoCloseable {

  private final Topic topic;
  private final AvroCodec<T> codec;
  private final KafkaProducer<byte[], byte[]> producer;

  public RecordPublisher(Topic topic, Class<T> recordClass, PassageConfig config) {
    this.topic = topic;
    this.codec =
        new AvroCodec<>(
            recordClass, topic.subject(), new SchemaRegistryClient(config.registry().url()));
    Properties client = config.kafka().clientProperties();
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a record; it is on the broker when the future ends.
   *
   * @throws IOException when it cannot be encoded or the registry does not answer
   */
  public Future<RecordMetadata> send(T record) throws IOException {
    byte[] value = RegistryPatience.ask(() -> codec.encode(record));
    byte[] key = RecordKeys.of(record).getBytes(StandardCharsets.UTF_8);
    return producer.send(new ProducerRecord<>(topic.topicName(), key, value));
  }

  /** Returns when all that was sent is on the broker. */
  public void flush() {
    producer.flush();
  }

  /** Sends what is left, then ends. */
  @Override
  public void close() {
    producer.close();
  }
}
