package eu.passage.jobs.endure;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the topic toll-events as the transport authority does, at read_committed and from its
 * beginning, all the while: what it was once given it cannot be asked to forget.
 */
final class Authority implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final AvroCodec<TollEvent> codec;
  private final Properties client;
  private final Thread thread = new Thread(this::read, "transport-authority");
  private final List<Told> told = new ArrayList<>();
  private final BitSet passages = new BitSet();
  private volatile int events;
  private volatile int seen;
  private volatile long places;
  private int looks;
  private volatile int looksAtTheEnd;
  private volatile boolean closed;
  private volatile Throwable failure;

  Authority(PassageConfig config) {
    codec =
        new AvroCodec<>(
            TollEvent.class,
            Topic.TOLL_EVENTS.subject(),
            new SchemaRegistryClient(config.registry().url()));
    client = config.kafka().clientProperties();
    client.setProperty("isolation.level", "read_committed");
    client.setProperty("enable.auto.commit", "false");
    thread.start();
  }

  /** How many events came so far. */
  int events() {
    requireHealthy();
    return events;
  }

  /** Of how many different passages. */
  int passages() {
    requireHealthy();
    return seen;
  }

  /**
   * How many places in the topic were passed: events, what was aborted, and marks of transactions.
   */
  long places() {
    return places;
  }

  /** All that came, once no more is written. */
  List<Told> all() throws Exception {
    int before = looksAtTheEnd;
    // the first may have begun before this was asked
    Waiting.until(
        "the topic is read to its end",
        () -> {
          requireHealthy();
          return looksAtTheEnd >= before + 2;
        },
        this::events);
    close();
    return told;
  }

  private void requireHealthy() {
    Throwable e = failure;
    if (e != null) {
      throw new IllegalStateException("the topic cannot be read", e);
    }
  }

  private void read() {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(client, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.TOLL_EVENTS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        int before = events;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
          take(codec.decode(record.value()));
        }
        if (events == before) {
          lookForTheEnd(consumer, partitions);
        }
      }
    } catch (Exception | AssertionError e) {
      failure = e;
    }
  }

  private void take(TollEvent event) {
    told.add(Told.of(event));
    int passage = TruePassage.numberIn(event.getPassageId());
    if (!passages.get(passage)) {
      passages.set(passage);
      seen = passages.cardinality();
    }
    events = told.size();
  }

  private void lookForTheEnd(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> all) {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(all, Duration.ofSeconds(1));
      places = all.stream().mapToLong(consumer::position).sum();
      if (all.stream().allMatch(one -> consumer.position(one) >= ends.get(one))) {
        looks++;
        looksAtTheEnd = looks;
      }
    } catch (RetriableException brokerIsAway) {
      // it is asked again
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
