package eu.passage.jobs.rules;

import eu.passage.avro.RuleStatus;
import java.time.Duration;
import java.util.Locale;

/** The running job's answers as a person is told of them. */
final class AnswerText {

  private AnswerText() {}

  /** That all subtasks did it: {@code night-dash version 3 is in force on 2 of 2 subtasks …}. */
  static String done(String what, Answers answers, Duration took) {
    return "%s %d of %d subtasks after %s"
        .formatted(what, answers.given(), answers.subtasks(), seconds(took));
  }

  /** That the rule is not asked in some subtasks, and why. */
  static String refused(String rule, Answers answers) {
    RuleStatus first = answers.refusals().get(0);
    return "%s is not in force: %d of %d subtasks say %s. %s"
        .formatted(
            rule,
            answers.refusals().size(),
            answers.subtasks(),
            first.getState(),
            first.getMessage());
  }

  /** That not all have answered in time, and what that means. */
  static String silence(String what, Answers answers, Duration patience) {
    return answers.given() == 0
        ? ("%s is written, but no job answered within %s. Is the detection job running? When it"
                + " starts it reads what is written; 'rules list' tells.")
            .formatted(what, seconds(patience))
        : "%s is written, but only %d of %d subtasks answered within %s; 'rules list' tells whether the others do."
            .formatted(what, answers.given(), answers.subtasks(), seconds(patience));
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1e3);
  }
}
