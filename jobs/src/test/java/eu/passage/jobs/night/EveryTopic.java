package eu.passage.jobs.night;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that a broker holds, as whoever steals its disks would read it: keys, headers and values as
 * they lie there, also of transactions that were given up, and each record of ours as JSON.
 */
final class EveryTopic {

  /** Of the broker's own, which are in no wire format of ours. */
  private static final String INTERNAL = "__";

  private static final int WIRE_HEADER = 5;

  private final SchemaRegistryClient registry;
  private final List<Said> said = new ArrayList<>();

  private EveryTopic(PassageConfig config) {
    registry = new SchemaRegistryClient(config.registry().url());
  }

  /** Every record up to now. */
  static List<Said> read(PassageConfig config) throws Exception {
    EveryTopic all = new EveryTopic(config);
    Properties client = config.kafka().clientProperties();
    client.setProperty("isolation.level", "read_uncommitted");
    client.setProperty("enable.auto.commit", "false");
    Set<String> topics = topics(config);
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          all.add(record);
        }
      }
    }
    return all.said;
  }

  private static Set<String> topics(PassageConfig config)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(config.kafka().clientProperties())) {
      return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record) throws IOException {
    String topic = record.topic();
    add(topic, record.key());
    record.headers().forEach(header -> add(topic, header.value()));
    add(topic, record.value());
    if (record.value() != null && !topic.startsWith(INTERNAL)) {
      said.add(new Said(topic, json(record.value())));
    }
  }

  private void add(String topic, byte[] bytes) {
    if (bytes != null) {
      said.add(new Said(topic, new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  private String json(byte[] value) throws IOException {
    Schema schema = registry.byId(ByteBuffer.wrap(value).getInt(1));
    var decoder =
        DecoderFactory.get().binaryDecoder(value, WIRE_HEADER, value.length - WIRE_HEADER, null);
    return new GenericDatumReader<>(schema).read(null, decoder).toString();
  }

  /** The topics that something was read from. */
  static Set<String> topicsOf(List<Said> said) {
    return said.stream().map(Said::where).collect(Collectors.toSet());
  }
}
