package eu.passage.jobs.rules;

import java.time.Instant;

/**
 * How a rule fares in all subtasks together.
 *
 * @param state what is worst in any subtask
 * @param since since when it is so, by the job's clock; while it waits, when it was deployed
 * @param matches how many alerts this version raised
 * @param suppressed how many more but for {@code once} and {@code unless}
 * @param message why, of a rule that is refused or failed; else empty
 * @param answered how many subtasks told of this version
 * @param subtasks how many there are; 0 when none told anything yet
 */
record RuleRow(
    String id,
    int version,
    State state,
    String author,
    Instant since,
    long matches,
    long suppressed,
    String message,
    int answered,
    int subtasks) {

  /** How it fares, the better first. */
  enum State {
    ACTIVE,
    /** Not every subtask told yet that it has this version. */
    WAITING,
    /** It is taken away, and not every subtask told yet. */
    REMOVING,
    REFUSED,
    FAILED
  }
}
