package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.RuleState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

  private static final Duration TOOK = Duration.ofMillis(640);

  private final Answers answers = Answers.to(Told.source("dash", 3));

  @Test
  void thatAllDidItIsToldWithTheTimeItTook() {
    answers.hear(Told.status("dash", 3, 0, 2));
    answers.hear(Told.status("dash", 3, 1, 2));

    assertThat(AnswerText.done("dash version 3 is in force on", answers, TOOK))
        .isEqualTo("dash version 3 is in force on 2 of 2 subtasks after 0.6 s");
  }

  @Test
  void aRefusalIsToldWithItsReason() {
    answers.hear(Told.status("dash", 3, 0, 2));
    answers.hear(Told.status("dash", 3, 1, 2, RuleState.FAILED, "too many questions"));

    assertThat(AnswerText.refused("dash version 3", answers))
        .isEqualTo(
            "dash version 3 is not in force: 1 of 2 subtasks say FAILED. too many questions");
  }

  @Test
  void silenceIsToldWithWhatItMeans() {
    assertThat(AnswerText.silence("dash version 3", answers, TOOK))
        .isEqualTo(
            "dash version 3 is written, but no job answered within 0.6 s. Is the detection job"
                + " running? When it starts it reads what is written; 'rules list' tells.");
    answers.hear(Told.status("dash", 3, 1, 2));
    assertThat(AnswerText.silence("dash version 3", answers, TOOK))
        .isEqualTo(
            "dash version 3 is written, but only 1 of 2 subtasks answered within 0.6 s;"
                + " 'rules list' tells whether the others do.");
  }
}
