package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each rule fares in this subtask, and what of it was not yet told. */
final class RuleAccounts {

  private final Map<String, RuleStatus> byRule = new LinkedHashMap<>();
  private final Map<String, RuleStatus> untold = new LinkedHashMap<>();
  private final int subtask;
  private final int subtasks;

  RuleAccounts(int subtask, int subtasks) {
    this.subtask = subtask;
    this.subtasks = subtasks;
  }

  /** A rule is in a state from now on; a new version counts from nothing. */
  void state(
      String ruleId, int version, RuleState state, String message, String author, Instant now) {
    RuleStatus known = byRule.get(ruleId);
    if (known != null && known.getVersion() != version) {
      known = null;
    }
    RuleStatus status =
        RuleStatus.newBuilder()
            .setRuleId(ruleId)
            .setVersion(version)
            .setState(state)
            .setMessage(message)
            .setAuthor(author)
            .setSince(known != null && known.getState() == state ? known.getSince() : now)
            .setMatches(known != null ? known.getMatches() : 0)
            .setSuppressed(known != null ? known.getSuppressed() : 0)
            .setSubtask(subtask)
            .setSubtasks(subtasks)
            .setAt(now)
            .build();
    byRule.put(ruleId, status);
    untold.put(ruleId, status);
  }

  /** A rule is no longer asked; whoever has no account of it has nothing to say. */
  void removed(RuleSource source, Instant now) {
    RuleStatus known = byRule.get(source.getRuleId());
    if (known != null) {
      // a removal has no version of its own, and the last one must not be given again
      state(source.getRuleId(), known.getVersion(), RuleState.REMOVED, "", known.getAuthor(), now);
    }
  }

  /** Somebody else answers for this rule now. */
  void drop(String ruleId) {
    byRule.remove(ruleId);
    untold.remove(ruleId);
  }

  void match(String ruleId) {
    RuleStatus status = byRule.get(ruleId);
    if (status != null) {
      status.setMatches(status.getMatches() + 1);
      untold.put(ruleId, status);
    }
  }

  void suppressed(String ruleId) {
    RuleStatus status = byRule.get(ruleId);
    if (status != null) {
      status.setSuppressed(status.getSuppressed() + 1);
      untold.put(ruleId, status);
    }
  }

  /** Whether this version failed, here or before a restart. */
  boolean failed(String ruleId, int version) {
    RuleStatus status = byRule.get(ruleId);
    return status != null
        && status.getVersion() == version
        && status.getState() == RuleState.FAILED;
  }

  /** What changed since the last call, as copies. */
  List<RuleStatus> news(Instant now) {
    List<RuleStatus> news = new ArrayList<>();
    for (RuleStatus status : untold.values()) {
      status.setAt(now);
      news.add(RuleStatus.newBuilder(status).build());
    }
    untold.clear();
    return news;
  }

  /** For a checkpoint. */
  List<RuleStatus> all() {
    return byRule.values().stream().map(s -> RuleStatus.newBuilder(s).build()).toList();
  }

  /**
   * From the checkpoints of all subtasks, which may have been more or fewer: figures of a former
   * subtask go on in the one of its number, modulo; that a rule failed is true for all.
   */
  void restore(Iterable<RuleStatus> everybodys) {
    for (RuleStatus theirs : everybodys) {
      RuleStatus own = byRule.get(theirs.getRuleId());
      if (own == null || own.getVersion() < theirs.getVersion()) {
        own =
            RuleStatus.newBuilder(theirs)
                .setMatches(0)
                .setSuppressed(0)
                .setSubtask(subtask)
                .setSubtasks(subtasks)
                .build();
        byRule.put(theirs.getRuleId(), own);
      }
      if (own.getVersion() == theirs.getVersion()) {
        if (theirs.getSubtask() % subtasks == subtask) {
          own.setMatches(own.getMatches() + theirs.getMatches());
          own.setSuppressed(own.getSuppressed() + theirs.getSuppressed());
        }
        if (theirs.getState() == RuleState.FAILED) {
          own.setState(RuleState.FAILED);
          own.setMessage(theirs.getMessage());
        }
      }
    }
    untold.putAll(byRule);
  }
}
