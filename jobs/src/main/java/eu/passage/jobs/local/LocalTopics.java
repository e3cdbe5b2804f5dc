package eu.passage.jobs.local;

import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the local platform. */
final class LocalTopics {

  private static final int PARTITIONS = 4;
  private static final short REPLICAS = 1;
  private static final long FOR_EVER = -1;

  private LocalTopics() {}

  /**
   * Creates every topic; they live as long as the broker, what recipients are told as their law
   * allows.
   */
  static void create(PassageConfig config) throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (topic != Topic.NOTICES) {
        topics.add(topic(topic.topicName(), topic.compacted() ? "compact" : "delete", FOR_EVER));
      }
    }
    for (Recipient one : config.detection().recipients()) {
      topics.add(topic(Topic.noticesOf(one.id()), "delete", one.retention().toMillis()));
    }
    try (Admin admin = Admin.create(config.kafka().clientProperties())) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics cannot be created", e.getCause());
    }
  }

  private static NewTopic topic(String name, String cleanup, long retentionMs) {
    return new NewTopic(name, PARTITIONS, REPLICAS)
        .configs(
            Map.of(
                "cleanup.policy",
                cleanup,
                "retention.ms",
                Long.toString(retentionMs),
                "max.message.bytes",
                Integer.toString(KafkaTopics.MAX_RECORD_BYTES)));
  }
}
