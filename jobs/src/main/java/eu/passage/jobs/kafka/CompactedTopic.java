package eu.passage.jobs.kafka;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A topic read by a person's command: what is committed, from the beginning of a compacted topic or
 * from where it says, to the end, and then what comes after. Gives up within seconds where nobody
 * answers. For one thread.
 *
 * @param <T> the generated class of the topic's records
 */
public final class CompactedTopic<T extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final PeoplesClient<T> client;
  private final KafkaConsumer<byte[], byte[]> consumer;

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
    this(config, topic.topicName(), recordClass);
  }

  /**
   * The same for a topic of one recipient.
   *
   * @param topic its name on the broker
   */
  public CompactedTopic(PassageConfig config, String topic, Class<T> recordClass) {
    client = new PeoplesClient<>(config, topic, recordClass, Optional.empty());
    consumer = client.consumer();
    consumer.seekToBeginning(client.partitions());
  }

  /**
   * Whether the topic still holds everything that was ever written to it: retention has taken
   * nothing away.
   *
   * @throws NoAnswerException when the broker does not answer
   */
  public boolean isWhole() {
    try {
      return consumer
          .beginningOffsets(client.partitions(), PeoplesClient.PATIENCE)
          .values()
          .stream()
          .allMatch(first -> first == 0);
    } catch (TimeoutException e) {
      throw client.noBroker(e);
    }
  }

  /**
   * Leaves out what was written before a moment; to be called before anything is read.
   *
   * @throws NoAnswerException when the broker does not answer
   */
  public void skipTo(Instant moment) {
    Map<TopicPartition, Long> moments = new HashMap<>();
    client.partitions().forEach(partition -> moments.put(partition, moment.toEpochMilli()));
    try {
      consumer.offsetsForTimes(moments, PeoplesClient.PATIENCE).forEach(this::seek);
    } catch (TimeoutException e) {
      throw client.noBroker(e);
    }
  }

  /** Where nothing is that young, what is yet to come. */
  private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp found) {
    if (found == null) {
      consumer.seekToEnd(List.of(partition));
    } else {
      consumer.seek(partition, found.offset());
    }
  }

  /**
   * Leaves out what there is by now; to be called before anything is read.
   *
   * @throws NoAnswerException when the broker does not answer
   */
  public void skipToEnd() {
    consumer.seekToEnd(client.partitions());
    try {
      // Asked for now: what is written from here on counts
      client
          .partitions()
          .forEach(partition -> consumer.position(partition, PeoplesClient.PATIENCE));
    } catch (TimeoutException e) {
      throw client.noBroker(e);
    }
  }

  /**
   * What came since the last call, up to what is the end now.
   *
   * @throws NoAnswerException when the broker or the registry does not answer
   */
  public List<Entry<T>> toEnd() {
    List<Entry<T>> entries = new ArrayList<>();
    toEnd(entries::add);
    return entries;
  }

  /** The same for topics of which not everything is to be kept. */
  public void toEnd(Consumer<Entry<T>> reader) {
    toEnd(key -> true, reader);
  }

  /** The same for a few of very many: others are not even decoded. */
  public void toEnd(Predicate<String> keys, Consumer<Entry<T>> reader) {
    try {
      Map<TopicPartition, Long> ends =
          consumer.endOffsets(client.partitions(), PeoplesClient.PATIENCE);
      read(ends, PeoplesClient.PATIENCE, keys, reader);
    } catch (TimeoutException e) {
      throw client.noBroker(e);
    }
  }

  /**
   * To the end of what is written by now, also what is not committed yet: where a transaction is
   * open, waits until it is over. A transaction hides whatever is behind its first record.
   *
   * @return whether all of them were over in time
   */
  public boolean toWritten(Duration patience, Consumer<Entry<T>> reader) {
    Map<TopicPartition, Long> ends = client.written();
    try {
      read(ends, patience, key -> true, reader);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private void read(
      Map<TopicPartition, Long> ends,
      Duration patience,
      Predicate<String> keys,
      Consumer<Entry<T>> reader) {
    long progress = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(
            end -> consumer.position(end.getKey(), PeoplesClient.PATIENCE) < end.getValue())) {
      if (poll(keys, reader)) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > patience.toNanos()) {
        throw new TimeoutException("no more records come");
      }
    }
  }

  /** What has come since the last call; waits a moment where there is nothing yet. */
  public List<Entry<T>> next() {
    return next(key -> true);
  }

  /** The same for a few of very many: others are not even decoded. */
  public List<Entry<T>> next(Predicate<String> keys) {
    List<Entry<T>> entries = new ArrayList<>();
    poll(keys, entries::add);
    return entries;
  }

  /** Whether anything came. */
  private boolean poll(Predicate<String> keys, Consumer<Entry<T>> reader) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      client.entry(record, keys).ifPresent(reader);
    }
    return !records.isEmpty();
  }

  @Override
  public void close() {
    client.close();
  }
}
