package eu.passage.jobs.topics;

import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topic as it must be on the broker.
 *
 * @param name on the broker
 * @param kept how long; empty: compacted, the last record of each key until it is removed
 */
public record TopicPlan(String name, Optional<Duration> kept) {

  private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);
  private static final Duration SHORTEST_SEGMENT = Duration.ofMinutes(10);

  /** All topics of an installation. */
  public static List<TopicPlan> all(PassageConfig config) {
    List<TopicPlan> all = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (topic.compacted()) {
        all.add(new TopicPlan(topic.topicName(), Optional.empty()));
      } else if (topic != Topic.NOTICES) {
        all.add(new TopicPlan(topic.topicName(), Optional.of(KeptFor.SHIPPED.of(topic))));
      }
    }
    for (Recipient one : config.detection().recipients()) {
      all.add(new TopicPlan(Topic.noticesOf(one.id()), Optional.of(one.retention())));
    }
    return all;
  }

  /** The broker's settings of the topic, by name. */
  public Map<String, String> settings() {
    return Map.of(
        "cleanup.policy",
        kept.isPresent() ? "delete" : "compact",
        "retention.ms",
        Long.toString(kept.map(Duration::toMillis).orElse(-1L)),
        "segment.ms",
        Long.toString(kept.map(TopicPlan::segment).orElse(LONGEST_SEGMENT).toMillis()),
        "max.message.bytes",
        Integer.toString(KafkaTopics.MAX_RECORD_BYTES));
  }

  /**
   * A broker deletes whole segments, and never the one that it writes to: with segments of a week,
   * what is kept for hours would stay for a week. So a tenth more than planned is the most.
   */
  private static Duration segment(Duration kept) {
    Duration tenth = kept.dividedBy(10);
    if (tenth.compareTo(SHORTEST_SEGMENT) < 0) {
      return SHORTEST_SEGMENT;
    }
    return tenth.compareTo(LONGEST_SEGMENT) > 0 ? LONGEST_SEGMENT : tenth;
  }
}
