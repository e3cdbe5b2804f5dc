package eu.passage.jobs.police;

import eu.passage.avro.Notice;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer that README.md shows; {@link ReadmeConsumersTest} holds both equal and runs it. */
final class TenLines {

  private TenLines() {}

  /**
   * Reads until there is enough.
   *
   * @param handle whether to go on
   */
  static void read(String broker, URI registry, String recipient, Predicate<Notice> handle)
      throws IOException {
    // README from here
    String topic = Topic.noticesOf(recipient);
    var notices =
        new AvroCodec<>(Notice.class, Topic.subjectOf(topic), new SchemaRegistryClient(registry));
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker);
    settings.put("group.id", recipient + "-java");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.subscribe(List.of(topic));
      boolean more = true;
      while (more) {
        for (var record : consumer.poll(Duration.ofSeconds(1))) {
          more = handle.test(notices.decode(record.value()));
        }
      }
    }
    // README to here
  }
}
