package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import eu.passage.schemas.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Records of several topics that readers at read_committed see all at once, or never. Of one id
 * there is one at a time: who opens it ends what another began under it and did not commit, be it
 * that it was killed. For one thread.
 */
public final class TopicTransaction implements AutoCloseable {

  private static final String BATCH_BYTES = Integer.toString(256 << 10);

  private final PassageConfig config;
  private final SchemaRegistryClient registry;
  private final KafkaProducer<byte[], byte[]> producer;
  private boolean begun;
  private volatile @Nullable Exception failure;

  /** Somebody else opened a transaction of the same id: nothing of this one will be seen. */
  public static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException(Throwable cause) {
      super("another writer of the same id took over", cause);
    }
  }

  private TopicTransaction(PassageConfig config, String id, Duration timeout) {
    this.config = config;
    registry = new SchemaRegistryClient(config.registry().url(), PeoplesClient.PATIENCE);
    Properties properties = config.kafka().clientProperties();
    properties.setProperty(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.kafka().transactionalIdPrefix() + "-" + id);
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(timeout.toMillis()));
    properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "20");
    try {
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /**
   * Ends whatever others have open under this id.
   *
   * @param id behind the prefix of the configuration
   * @param timeout after which the broker gives it up when its writer is gone
   * @throws NoAnswerException when the broker does not answer or does not allow it
   */
  public static TopicTransaction open(PassageConfig config, String id, Duration timeout) {
    TopicTransaction opened = new TopicTransaction(config, id, timeout);
    try {
      opened.producer.initTransactions();
    } catch (KafkaException e) {
      opened.producer.close(Duration.ZERO);
      throw opened.refused(e);
    }
    return opened;
  }

  /**
   * What writes to a topic, without waiting for the broker. It throws {@link OvertakenException}
   * where another has taken over, and {@link NoAnswerException} where the broker or the registry
   * refuses.
   */
  public <T extends SpecificRecord> Consumer<T> writer(Topic topic, Class<T> recordClass) {
    AvroCodec<T> codec = new AvroCodec<>(recordClass, topic.subject(), registry);
    return record -> {
      byte[] key = RecordKeys.of(record).getBytes(StandardCharsets.UTF_8);
      try {
        send(new ProducerRecord<>(topic.topicName(), key, codec.encode(record)));
      } catch (WireException e) {
        throw refused(e);
      }
    };
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    requireHealthy();
    try {
      if (!begun) {
        producer.beginTransaction();
        begun = true;
      }
      producer.send(
          record,
          (metadata, e) -> {
            if (e != null) {
              failure = e;
            }
          });
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /** Waits until the broker has all that was written so far; nobody sees it yet. */
  public void flush() {
    producer.flush();
    requireHealthy();
  }

  /** From here on all that was written is seen. Another transaction may follow. */
  public void commit() {
    try {
      if (begun) {
        producer.commitTransaction();
        begun = false;
      }
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /** What was not committed is given up. */
  @Override
  public void close() {
    try {
      if (begun) {
        producer.abortTransaction();
      }
    } catch (KafkaException e) {
      // Taken over by another, which has ended it already, or the broker is gone and will
    } finally {
      producer.close(PeoplesClient.PATIENCE);
    }
  }

  private void requireHealthy() {
    Exception refused = failure;
    if (refused != null) {
      throw refused(refused);
    }
  }

  private RuntimeException refused(Exception e) {
    if (ExceptionUtils.findThrowable(e, ProducerFencedException.class).isPresent()
        || ExceptionUtils.findThrowable(e, InvalidProducerEpochException.class).isPresent()) {
      return new OvertakenException(e);
    }
    Throwable cause = e.getCause();
    return new NoAnswerException(
        "It cannot be written at %s and %s (%s)."
            .formatted(
                config.kafka().bootstrapServers(),
                config.registry().url(),
                cause == null ? e.getMessage() : cause.getMessage()),
        e);
  }
}
