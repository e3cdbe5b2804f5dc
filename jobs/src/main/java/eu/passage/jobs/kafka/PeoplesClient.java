package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic.Entry;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic as a person's command meets it: all its partitions, what is committed alone, and a plain
 * word within seconds where nobody answers. For one thread.
 *
 * @param <T> the generated class of the topic's records
 */
final class PeoplesClient<T extends SpecificRecord> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PeoplesClient.class);

  /** A broker or registry that is there answers long before. */
  static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final String WHAT_TO_DO =
      "Is it running? --bootstrap HOST:PORT --registry URL name another one, as the demo prints"
          + " them; or --config FILE.";

  private final PassageConfig config;
  private final String topic;
  private final AvroCodec<T> codec;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * Finds the topic; where in it to read is yet to be said.
   *
   * @param topic its name on the broker
   * @param group whose place in the topic is kept; empty: nobody's
   * @throws NoAnswerException when the broker does not answer or has no such topic
   */
  PeoplesClient(PassageConfig config, String topic, Class<T> recordClass, Optional<String> group) {
    this.config = config;
    this.topic = topic;
    codec =
        new AvroCodec<>(
            recordClass,
            Topic.subjectOf(topic),
            new SchemaRegistryClient(config.registry().url(), PATIENCE));
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    group.ifPresent(name -> properties.setProperty(ConsumerConfig.GROUP_ID_CONFIG, name));
    consumer = connect(properties);
    try {
      partitions = findPartitions();
      consumer.assign(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    return consumer;
  }

  /** The topic's name on the broker. */
  String topic() {
    return topic;
  }

  List<TopicPartition> partitions() {
    return partitions;
  }

  /** Nothing for what no build of Passage wrote: the job refuses it to the dead letters. */
  Optional<Entry<T>> entry(ConsumerRecord<byte[], byte[]> record) {
    return entry(record, key -> true);
  }

  /** The same, and nothing for what has another key. */
  Optional<Entry<T>> entry(ConsumerRecord<byte[], byte[]> record, Predicate<String> keys) {
    byte @Nullable [] bytes = record.key();
    byte @Nullable [] value = record.value();
    if (bytes == null) {
      return Optional.empty();
    }
    String key = new String(bytes, StandardCharsets.UTF_8);
    if (!keys.test(key)) {
      return Optional.empty();
    }
    try {
      Optional<T> decoded = value == null ? Optional.empty() : Optional.of(codec.decode(value));
      return Optional.of(new Entry<>(key, decoded, Instant.ofEpochMilli(record.timestamp())));
    } catch (WireException e) {
      if (e.isFaultOfRecord()) {
        LOG.warn("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), e);
        return Optional.empty();
      }
      throw new NoAnswerException(
          "The schema registry at %s does not answer (%s). %s"
              .formatted(config.registry().url(), e.getMessage(), WHAT_TO_DO),
          e);
    }
  }

  /**
   * The ends of what is written, whether it is committed or not.
   *
   * @throws NoAnswerException when the broker does not answer
   */
  Map<TopicPartition, Long> written() {
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> everything = connect(properties)) {
      return everything.endOffsets(partitions, PATIENCE);
    } catch (TimeoutException e) {
      throw noBroker(e);
    }
  }

  /** What to throw where the broker was silent. */
  NoAnswerException noBroker(KafkaException e) {
    return new NoAnswerException(
        "No Kafka broker answers at %s. %s"
            .formatted(config.kafka().bootstrapServers(), WHAT_TO_DO),
        e);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private KafkaConsumer<byte[], byte[]> connect(Properties properties) {
    try {
      return new KafkaConsumer<>(
          properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw noBroker(e);
    }
  }

  private List<TopicPartition> findPartitions() {
    List<TopicPartition> found;
    try {
      found =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
    } catch (TimeoutException e) {
      throw noBroker(e);
    }
    if (found.isEmpty()) {
      throw new NoAnswerException(
          "The Kafka broker at %s has no topic '%s'."
              .formatted(config.kafka().bootstrapServers(), topic),
          new IllegalStateException("no partition of " + topic));
    }
    return found;
  }
}
