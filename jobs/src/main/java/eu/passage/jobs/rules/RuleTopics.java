package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.CompactedTopic.Entry;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The running system as an analyst meets it: the topics that rules go into and answers come out of.
 * For one thread.
 */
final class RuleTopics implements AutoCloseable {

  private final PassageConfig config;
  private final CompactedTopic<RuleSource> sources;
  private final CompactedTopic<RuleStatus> statuses;

  /**
   * Finds both topics.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  RuleTopics(PassageConfig config) {
    this.config = config;
    sources = new CompactedTopic<>(config, Topic.RULES, RuleSource.class);
    try {
      statuses = new CompactedTopic<>(config, Topic.RULE_STATUS, RuleStatus.class);
    } catch (RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  /** Everything up to now; to be called once, before anything else. */
  KnownRules read() {
    KnownRules known = new KnownRules(config.detection().rules());
    sources.toEnd().forEach(known::source);
    statuses.toEnd().forEach(known::status);
    return known;
  }

  /** Writes versions of rules; they are with the broker when this returns. */
  void deploy(List<RuleSource> rules) {
    if (rules.isEmpty()) {
      return;
    }
    try (TopicWriter<RuleSource> writer = writer()) {
      rules.forEach(writer::write);
      writer.flush();
    }
  }

  /** Takes rules away. */
  void remove(List<String> ids, Instant at) {
    try (TopicWriter<RuleSource> writer = writer()) {
      ids.forEach(id -> writer.remove(id, at));
      writer.flush();
    }
  }

  /**
   * Waits until every subtask has answered, or the time is up.
   *
   * @param complete told of each as soon as it is complete
   * @return those that are not
   */
  List<Answers> await(List<Answers> questions, Duration timeout, Consumer<Answers> complete) {
    List<Answers> open = new ArrayList<>(questions);
    long begun = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - begun < timeout.toNanos()) {
      for (Entry<RuleStatus> entry : statuses.next()) {
        entry.value().ifPresent(status -> open.forEach(answers -> answers.hear(status)));
      }
      open.stream().filter(Answers::complete).forEach(complete);
      open.removeIf(Answers::complete);
    }
    return open;
  }

  @Override
  public void close() {
    sources.close();
    statuses.close();
  }

  private TopicWriter<RuleSource> writer() {
    return new TopicWriter<>(config, Topic.RULES, RuleSource.class);
  }
}
