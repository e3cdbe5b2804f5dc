package eu.passage.jobs.demo;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning as any consumer of the platform would, on a thread of its own,
 * and hands each record on. A record that cannot be decoded ends it.
 */
public final class TopicReader implements AutoCloseable {

  /** What a consumer sees of a transaction. */
  public enum Isolation {
    /** Only what was committed: what every user of the topics should see. */
    COMMITTED("read_committed"),
    /** At once, also what may never be committed: only good for watching progress. */
    UNCOMMITTED("read_uncommitted");

    private final String value;

    Isolation(String value) {
      this.value = value;
    }
  }

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, AvroCodec<? extends SpecificRecord>> codecs = new HashMap<>();
  private final Consumer<SpecificRecord> listener;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  private TopicReader(
      PassageConfig config,
      Isolation isolation,
      Set<Topic> topics,
      Consumer<SpecificRecord> listener) {
    this.listener = listener;
    SchemaRegistryClient registry = new SchemaRegistryClient(config.registry().url());
    topics.forEach(
        t -> codecs.put(t.topicName(), new AvroCodec<>(t.recordClass(), t.subject(), registry)));
    consumer = new KafkaConsumer<>(properties(config, isolation));
    consumer.assign(topics.stream().flatMap(topic -> partitions(topic).stream()).toList());
    consumer.seekToBeginning(consumer.assignment());
    thread = new Thread(this::run, "topic-reader-" + isolation.value);
    thread.setDaemon(true);
  }

  /**
   * Starts reading.
   *
   * @param listener called with every record, on the reader's thread
   */
  public static TopicReader start(
      PassageConfig config,
      Isolation isolation,
      Set<Topic> topics,
      Consumer<SpecificRecord> listener) {
    TopicReader reader = new TopicReader(config, isolation, topics, listener);
    reader.thread.start();
    return reader;
  }

  /** Throws what ended the reader, if anything did. */
  public void requireHealthy() {
    RuntimeException ended = failure;
    if (ended != null) {
      throw ended;
    }
  }

  /** Stops reading; the listener is not called any more after this. */
  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          listener.accept(decode(record));
        }
      }
    } catch (WakeupException e) {
      // close() was called: the way to end this thread
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Objects.requireNonNull(codecs.get(record.topic())).decode(record.value());
    } catch (WireException e) {
      throw new IllegalStateException(
          "%s-%d@%d cannot be read: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }

  private List<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private static Properties properties(PassageConfig config, Isolation isolation) {
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.value);
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    String bytes = ByteArrayDeserializer.class.getName();
    properties.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, bytes);
    properties.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, bytes);
    return properties;
  }
}
