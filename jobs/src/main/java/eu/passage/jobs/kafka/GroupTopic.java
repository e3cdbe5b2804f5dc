package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A topic read by a command that goes on next time where it was: the broker keeps the place of its
 * consumer group. It takes all partitions for itself, so two that run under one group both get
 * everything; and nothing is rebalanced while it waits. For one thread.
 *
 * @param <T> the generated class of the topic's records
 */
public final class GroupTopic<T extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final PeoplesClient<T> client;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Where to begin. */
  public enum Start {
    /** With the first record there is. */
    BEGINNING,
    /** With what comes from now on. */
    NOW,
    /** Where the group was; a group that is new from now on. */
    WHERE_IT_WAS,
    /** Where the group was; a group that is new with the first record there is. */
    WHERE_IT_WAS_OR_BEGINNING
  }

  /**
   * A record and the place behind it.
   *
   * @param partition of the topic
   * @param next the offset of the record that follows
   */
  public record Received<T>(T value, int partition, long next) {}

  /**
   * Finds the topic and the group's place in it.
   *
   * @param topic its name on the broker
   * @throws NoAnswerException when the broker does not answer or has no such topic
   */
  public GroupTopic(
      PassageConfig config, String topic, Class<T> recordClass, String group, Start start) {
    client = new PeoplesClient<>(config, topic, recordClass, Optional.of(group));
    consumer = client.consumer();
    try {
      seek(start);
      // Asked for now: what is written from here on counts
      client
          .partitions()
          .forEach(partition -> consumer.position(partition, PeoplesClient.PATIENCE));
    } catch (TimeoutException e) {
      client.close();
      throw client.noBroker(e);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private void seek(Start start) {
    switch (start) {
      case BEGINNING -> consumer.seekToBeginning(client.partitions());
      case NOW -> consumer.seekToEnd(client.partitions());
      case WHERE_IT_WAS -> consumer.seekToEnd(seekToKept());
      case WHERE_IT_WAS_OR_BEGINNING -> consumer.seekToBeginning(seekToKept());
    }
  }

  /** The partitions in which the group has no place yet. */
  private List<TopicPartition> seekToKept() {
    List<TopicPartition> unknown = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> kept =
        consumer.committed(Set.copyOf(client.partitions()), PeoplesClient.PATIENCE);
    for (TopicPartition partition : client.partitions()) {
      OffsetAndMetadata place = kept.get(partition);
      if (place == null) {
        unknown.add(partition);
      } else {
        consumer.seek(partition, place);
      }
    }
    return unknown;
  }

  /**
   * What has come since the last call, each partition in its order; waits a moment where there is
   * nothing yet.
   *
   * @throws NoAnswerException when the registry does not answer
   */
  public List<Received<T>> next() {
    List<Received<T>> received = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      client
          .entry(record)
          .flatMap(CompactedTopic.Entry::value)
          .ifPresent(
              value ->
                  received.add(new Received<>(value, record.partition(), record.offset() + 1)));
    }
    return received;
  }

  /**
   * Keeps the place behind a record: next time its partition begins after it.
   *
   * @throws NoAnswerException when the broker does not answer
   */
  public void done(Received<T> record) {
    try {
      consumer.commitSync(
          Map.of(
              new TopicPartition(client.topic(), record.partition()),
              new OffsetAndMetadata(record.next())),
          PeoplesClient.PATIENCE);
    } catch (KafkaException e) {
      throw client.noBroker(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
