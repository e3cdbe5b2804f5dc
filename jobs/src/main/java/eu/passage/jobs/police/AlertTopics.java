package eu.passage.jobs.police;

import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Notice;
import eu.passage.cep.followup.FollowUp;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.Optional;

/**
 * The running system as a recipient meets it that acts on an alert: the topic that actions go into,
 * and its own notices, which hold the alerts and the answers. It needs the right to read no other
 * topic. For one thread.
 */
final class AlertTopics implements AutoCloseable {

  private final PassageConfig config;
  private final CompactedTopic<Notice> notices;

  /**
   * Finds the recipient's topic.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  AlertTopics(PassageConfig config, String recipient) {
    this.config = config;
    notices = new CompactedTopic<>(config, Topic.noticesOf(recipient), Notice.class);
  }

  /** What the recipient was told by now of alerts whose ids begin so. */
  FoundAlerts find(String beginning) {
    FoundAlerts found = new FoundAlerts(beginning);
    notices.toEnd(entry -> entry.value().ifPresent(found::hear));
    return found;
  }

  /** Writes an action; it is with the broker when this returns. */
  void send(AlertAction action) {
    try (TopicWriter<AlertAction> writer =
        new TopicWriter<>(config, Topic.ALERT_ACTIONS, AlertAction.class)) {
      writer.write(action);
      writer.flush();
    }
  }

  /**
   * Waits until the job has answered an action that was sent since {@link #find}; empty when the
   * time is up.
   */
  Optional<ActionAnswer> await(AlertAction action, Duration timeout) {
    long begun = System.nanoTime();
    do {
      Optional<ActionAnswer> answer =
          notices.next().stream()
              .flatMap(entry -> entry.value().stream())
              .flatMap(notice -> answer(action, notice).stream())
              .findFirst();
      if (answer.isPresent()) {
        return answer;
      }
    } while (System.nanoTime() - begun < timeout.toNanos());
    return Optional.empty();
  }

  private static Optional<ActionAnswer> answer(AlertAction action, Notice notice) {
    return Optional.ofNullable(notice.getUpdate()).flatMap(update -> answer(action, update));
  }

  private static Optional<ActionAnswer> answer(AlertAction action, AlertUpdate update) {
    String id = update.getUpdateId();
    if (id.equals(FollowUp.answerId(action))) {
      return Optional.of(new ActionAnswer.Done(update));
    } else if (id.equals(FollowUp.refusalId(action))) {
      return Optional.of(new ActionAnswer.Refused(update.getComment()));
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    notices.close();
  }
}
