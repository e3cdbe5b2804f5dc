package eu.passage.jobs.rules;

import eu.passage.avro.RuleStatus;
import eu.passage.jobs.console.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a rule that was sent or taken away, as scripts are told of it.
 *
 * @param state as {@code rules list} says it; WRITTEN where nobody waits for an answer, UNCHANGED
 *     where nothing was sent
 * @param subtasks how many answered
 * @param of how many there are; 0 while none answered
 * @param took since it was sent
 * @param message what else is to be said; else empty
 */
record ReplyLine(
    String rule, int version, String state, int subtasks, int of, Duration took, String message) {

  /** Nobody was asked. */
  static ReplyLine unasked(String rule, int version, String state, String message) {
    return new ReplyLine(rule, version, state, 0, 0, Duration.ZERO, message);
  }

  /**
   * The answers so far.
   *
   * @param state unless some refuse
   */
  static ReplyLine of(int version, String state, Answers answers, Duration took, String message) {
    Optional<RuleStatus> refusal = answers.refusals().stream().findFirst();
    return new ReplyLine(
        answers.ruleId(),
        version,
        refusal.map(status -> status.getState().name()).orElse(state),
        answers.given(),
        answers.subtasks(),
        took,
        refusal.map(RuleStatus::getMessage).orElse(message));
  }

  /** On one line. */
  String json() {
    return Json.line(
        Json.object()
            .put("rule", rule)
            .put("version", version)
            .put("state", state)
            .put("subtasks", subtasks)
            .put("of", of)
            .put("seconds", took.toMillis() / 1e3)
            .put("message", message));
  }
}
