package eu.passage.jobs.rules;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the subtasks of the running job answer to a deployment or a removal. For one thread. */
final class Answers {

  private final String ruleId;
  private final Predicate<RuleStatus> fits;
  private final Map<Integer, RuleStatus> bySubtask = new TreeMap<>();
  private int subtasks;

  private Answers(String ruleId, Predicate<RuleStatus> fits) {
    this.ruleId = ruleId;
    this.fits = fits;
  }

  /** To the deployment of a version. */
  static Answers to(RuleSource deployed) {
    return new Answers(
        deployed.getRuleId(), status -> status.getVersion() == deployed.getVersion());
  }

  /** To the removal of a rule, which has no version of its own. */
  static Answers toRemoval(String ruleId) {
    return new Answers(ruleId, status -> status.getState() == RuleState.REMOVED);
  }

  /** Takes what came on the topic after the question was put. */
  void hear(RuleStatus status) {
    if (status.getRuleId().equals(ruleId) && fits.test(status)) {
      if (status.getSubtasks() != subtasks) {
        // The job was started anew with more or fewer
        bySubtask.clear();
        subtasks = status.getSubtasks();
      }
      bySubtask.put(status.getSubtask(), status);
    }
  }

  String ruleId() {
    return ruleId;
  }

  /** Whether every subtask has answered. */
  boolean complete() {
    return subtasks > 0 && bySubtask.size() == subtasks;
  }

  /** How many have answered. */
  int given() {
    return bySubtask.size();
  }

  /** How many there are; 0 while nobody has answered. */
  int subtasks() {
    return subtasks;
  }

  /** Those that say that the rule is not asked there. */
  List<RuleStatus> refusals() {
    return bySubtask.values().stream()
        .filter(s -> s.getState() == RuleState.REFUSED || s.getState() == RuleState.FAILED)
        .toList();
  }
}
