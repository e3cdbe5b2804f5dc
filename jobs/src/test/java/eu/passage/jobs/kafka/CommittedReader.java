package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning outside Flink, as those who receive alerts do: only what is
 * committed. For one thread.
 *
 * @param <T> the generated class of the topic's records
 */
public final class CommittedReader<T extends SpecificRecordBase> implements AutoCloseable {

  private final AvroCodec<T> codec;
  private final KafkaConsumer<byte[], byte[]> consumer;

  public CommittedReader(Topic topic, Class<T> recordClass, PassageConfig config) {
    this(topic.topicName(), recordClass, config);
  }

  /** The same for a topic of one recipient, by its name on the broker. */
  public CommittedReader(String topic, Class<T> recordClass, PassageConfig config) {
    this.codec =
        new AvroCodec<>(
            recordClass, Topic.subjectOf(topic), new SchemaRegistryClient(config.registry().url()));
    Properties client = config.kafka().clientProperties();
    client.setProperty("isolation.level", "read_committed");
    client.setProperty("enable.auto.commit", "false");
    this.consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * What has been committed since the last call, in order within a partition.
   *
   * @param patience how long to wait for the first record
   * @throws IOException when a record cannot be read or the registry does not answer
   */
  public List<T> poll(Duration patience) throws IOException {
    List<T> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      records.add(RegistryPatience.ask(() -> codec.decode(record.value())));
    }
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
