package eu.passage.cep.flink;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;

/** Dead letters about rules: one for each version and reason, however many subtasks write it. */
final class RuleLetters {

  private RuleLetters() {}

  static DeadLetter of(
      DeadLetterReason reason, String rule, int version, String message, Instant now) {
    String origin = "rule " + rule + " version " + version;
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", origin, reason.name()))
        .setReason(reason)
        .setMessage(message)
        .setStage("detection")
        .setAt(now)
        .setOrigin(origin)
        .build();
  }
}
