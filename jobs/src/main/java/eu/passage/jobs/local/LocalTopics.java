package eu.passage.jobs.local;

import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the local platform. */
final class LocalTopics {

  private static final int PARTITIONS = 4;
  private static final short REPLICAS = 1;

  private LocalTopics() {}

  /** Creates every topic; they live as long as the broker. */
  static void create(Properties client) throws InterruptedException {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(Arrays.stream(Topic.values()).map(LocalTopics::topic).toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics cannot be created", e.getCause());
    }
  }

  private static NewTopic topic(Topic topic) {
    return new NewTopic(topic.topicName(), PARTITIONS, REPLICAS)
        .configs(
            Map.of(
                "cleanup.policy",
                topic.compacted() ? "compact" : "delete",
                "retention.ms",
                "-1",
                "max.message.bytes",
                Integer.toString(KafkaTopics.MAX_RECORD_BYTES)));
  }
}
