package eu.passage.jobs.police;

import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Notice;
import eu.passage.cep.followup.FollowUp;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.CompactedTopic.Entry;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.Optional;

/**
 * The running system as somebody meets it who acts on an alert: the topics that actions go into and
 * answers come out of. For one thread.
 */
final class AlertTopics implements AutoCloseable {

  private final PassageConfig config;
  private final CompactedTopic<AlertUpdate> updates;
  private final CompactedTopic<DeadLetter> refusals;

  /**
   * Finds the topics; answers are heard from now on.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  AlertTopics(PassageConfig config) {
    this.config = config;
    updates = new CompactedTopic<>(config, Topic.ALERT_UPDATES, AlertUpdate.class);
    CompactedTopic<DeadLetter> letters = null;
    try {
      letters = new CompactedTopic<>(config, Topic.DEAD_LETTERS, DeadLetter.class);
      updates.skipToEnd();
      letters.skipToEnd();
    } catch (RuntimeException e) {
      updates.close();
      if (letters != null) {
        letters.close();
      }
      throw e;
    }
    refusals = letters;
  }

  /** What one recipient was told by now of alerts whose ids begin so. */
  static FoundAlerts find(PassageConfig config, String recipient, String beginning) {
    FoundAlerts found = new FoundAlerts(beginning);
    try (CompactedTopic<Notice> notices =
        new CompactedTopic<>(config, Topic.noticesOf(recipient), Notice.class)) {
      notices.toEnd(entry -> entry.value().ifPresent(found::hear));
    }
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

  /** Waits until the job has answered; empty when the time is up. */
  Optional<ActionAnswer> await(AlertAction action, Duration timeout) {
    String done = FollowUp.answerId(action);
    String refused = FollowUp.origin(action);
    long begun = System.nanoTime();
    do {
      for (Entry<AlertUpdate> entry : updates.next()) {
        Optional<AlertUpdate> answer =
            entry.value().filter(update -> update.getUpdateId().equals(done));
        if (answer.isPresent()) {
          return answer.map(ActionAnswer.Done::new);
        }
      }
      for (Entry<DeadLetter> entry : refusals.next()) {
        Optional<DeadLetter> answer =
            entry
                .value()
                .filter(letter -> letter.getReason() == DeadLetterReason.ACTION_REFUSED)
                .filter(letter -> letter.getOrigin().equals(refused));
        if (answer.isPresent()) {
          return answer.map(letter -> new ActionAnswer.Refused(letter.getMessage()));
        }
      }
    } while (System.nanoTime() - begun < timeout.toNanos());
    return Optional.empty();
  }

  @Override
  public void close() {
    updates.close();
    refusals.close();
  }
}
