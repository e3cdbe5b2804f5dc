package eu.passage.jobs.local;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.topics.BrokerTopics;
import eu.passage.jobs.topics.TopicPlan;

/** The topics of the local platform: those of every installation, kept as long as its law says. */
final class LocalTopics {

  private static final int PARTITIONS = 4;
  private static final short REPLICAS = 1;

  private LocalTopics() {}

  /** Creates every topic. */
  static void create(PassageConfig config) {
    try (BrokerTopics topics = new BrokerTopics(config)) {
      topics.apply(TopicPlan.all(config), PARTITIONS, REPLICAS);
    }
  }
}
