package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.jobs.kafka.CompactedTopic.Entry;
import java.time.Instant;
import java.util.Optional;

/** Records of the topics that rules travel by. */
final class Told {

  static final Instant NOON = Instant.parse("2026-03-11T11:00:00Z");

  private Told() {}

  static RuleSource source(String id, int version) {
    return RuleSource.newBuilder()
        .setRuleId(id)
        .setVersion(version)
        .setSource("rule: " + id + "\n# version " + version + "\n")
        .setAuthor("analyst")
        .setDeployedAt(NOON.plusSeconds(version))
        .build();
  }

  static Entry<RuleSource> deployed(String id, int version) {
    return new Entry<>(id, Optional.of(source(id, version)), NOON);
  }

  static Entry<RuleSource> removed(String id) {
    return new Entry<>(id, Optional.empty(), NOON.plusSeconds(100));
  }

  static RuleStatus status(String id, int version, int subtask, int subtasks) {
    return status(id, version, subtask, subtasks, RuleState.ACTIVE, "");
  }

  static RuleStatus status(
      String id, int version, int subtask, int subtasks, RuleState state, String message) {
    return RuleStatus.newBuilder()
        .setRuleId(id)
        .setVersion(version)
        .setState(state)
        .setMessage(message)
        .setAuthor("analyst")
        .setSince(NOON.plusSeconds(10L * version + subtask))
        .setMatches(5)
        .setSuppressed(2)
        .setSubtask(subtask)
        .setSubtasks(subtasks)
        .setAt(NOON.plusSeconds(10L * version + subtask))
        .build();
  }

  static Entry<RuleStatus> told(RuleStatus status) {
    return new Entry<>(
        status.getRuleId() + "/" + status.getSubtask(), Optional.of(status), status.getAt());
  }
}
