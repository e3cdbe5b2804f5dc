package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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
 * A compacted topic read from its beginning by a person's command: what is committed, to the end,
 * and then what comes after. Gives up within seconds where nobody answers. For one thread.
 *
 * @param <T> the generated class of the topic's records
 */
public final class CompactedTopic<T extends SpecificRecord> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CompactedTopic.class);

  /** A broker or registry that is there answers long before. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Duration POLL = Duration.ofMillis(50);

  private static final String WHAT_TO_DO =
      "Is it running? --bootstrap HOST:PORT --registry URL name another one, as the demo prints"
          + " them; or --config FILE.";

  private final PassageConfig config;
  private final Topic topic;
  private final AvroCodec<T> codec;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * A record of the topic.
   *
   * @param value empty where the record removes what has the key
   * @param at when it was written
   */
  public record Entry<T>(String key, Optional<T> value, Instant at) {}

  /**
   * Finds the topic.
   *
   * @throws NoAnswerException when the broker does not answer or has no such topic
   */
  public CompactedTopic(PassageConfig config, Topic topic, Class<T> recordClass) {
    this.config = config;
    this.topic = topic;
    codec =
        new AvroCodec<>(
            recordClass,
            topic.subject(),
            new SchemaRegistryClient(config.registry().url(), PATIENCE));
    consumer = connect();
    try {
      partitions = partitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * What came since the last call, up to what is the end now.
   *
   * @throws NoAnswerException when the broker or the registry does not answer
   */
  public List<Entry<T>> toEnd() {
    List<Entry<T>> entries = new ArrayList<>();
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      long progress = System.nanoTime();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
        List<Entry<T>> more = next();
        if (!more.isEmpty()) {
          entries.addAll(more);
          progress = System.nanoTime();
        } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
          throw new TimeoutException("no more records come");
        }
      }
    } catch (TimeoutException e) {
      throw noBroker(e);
    }
    return entries;
  }

  /** What has come since the last call; waits a moment where there is nothing yet. */
  public List<Entry<T>> next() {
    List<Entry<T>> entries = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      entry(record).ifPresent(entries::add);
    }
    return entries;
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Nothing for what no build of Passage wrote: the job refuses it to the dead letters. */
  private Optional<Entry<T>> entry(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    byte @Nullable [] value = record.value();
    if (key == null) {
      return Optional.empty();
    }
    try {
      Optional<T> decoded = value == null ? Optional.empty() : Optional.of(codec.decode(value));
      return Optional.of(
          new Entry<>(
              new String(key, StandardCharsets.UTF_8),
              decoded,
              Instant.ofEpochMilli(record.timestamp())));
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

  private KafkaConsumer<byte[], byte[]> connect() {
    try {
      return new KafkaConsumer<>(
          properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw noBroker(e);
    }
  }

  private List<TopicPartition> partitions() {
    List<TopicPartition> found;
    try {
      found =
          consumer.partitionsFor(topic.topicName(), PATIENCE).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
    } catch (TimeoutException e) {
      throw noBroker(e);
    }
    if (found.isEmpty()) {
      throw new NoAnswerException(
          "The Kafka broker at %s has no topic '%s'."
              .formatted(config.kafka().bootstrapServers(), topic.topicName()),
          new IllegalStateException("no partition of " + topic.topicName()));
    }
    return found;
  }

  private NoAnswerException noBroker(KafkaException e) {
    return new NoAnswerException(
        "No Kafka broker answers at %s. %s"
            .formatted(config.kafka().bootstrapServers(), WHAT_TO_DO),
        e);
  }

  private Properties properties() {
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return properties;
  }
}
