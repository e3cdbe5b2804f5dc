package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.util.function.Consumer;

/** The links that the audit's topic holds by now. */
final class AuditTopic {

  private AuditTopic() {}

  /**
   * Reads all of them; those of one chain come in order.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  static void read(PassageConfig config, Consumer<AuditRecord> reader) {
    try (var topic = new CompactedTopic<>(config, Topic.AUDIT, AuditRecord.class)) {
      topic.toEnd(entry -> entry.value().ifPresent(reader));
    }
  }
}
