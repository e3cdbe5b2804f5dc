package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.RuleState;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final Answers answers = Answers.to(Told.source("dash", 2));

  @Test
  void nobodyHasAnsweredAtFirst() {
    assertThat(answers.complete()).isFalse();
    assertThat(answers.given()).isZero();
  }

  @Test
  void itIsCompleteWhenEverySubtaskHasThisVersion() {
    answers.hear(Told.status("dash", 1, 0, 2));
    answers.hear(Told.status("other", 2, 0, 2));
    assertThat(answers.given()).isZero();

    answers.hear(Told.status("dash", 2, 1, 2));
    answers.hear(Told.status("dash", 2, 1, 2));
    assertThat(answers.given()).isEqualTo(1);
    assertThat(answers.complete()).isFalse();

    answers.hear(Told.status("dash", 2, 0, 2));
    assertThat(answers.complete()).isTrue();
    assertThat(answers.refusals()).isEmpty();
  }

  @Test
  void aJobThatStartsAnewWithMoreSubtasksIsAskedAnew() {
    answers.hear(Told.status("dash", 2, 0, 2));
    answers.hear(Told.status("dash", 2, 0, 3));
    answers.hear(Told.status("dash", 2, 1, 3));
    assertThat(answers.complete()).isFalse();

    answers.hear(Told.status("dash", 2, 2, 3));
    assertThat(answers.complete()).isTrue();
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    answers.hear(Told.status("dash", 2, 0, 2));
    answers.hear(Told.status("dash", 2, 1, 2, RuleState.REFUSED, "no such camera"));

    assertThat(answers.complete()).isTrue();
    assertThat(answers.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.getMessage()).isEqualTo("no such camera"));
  }

  @Test
  void aRemovalIsAnsweredWhateverVersionItNames() {
    Answers removal = Answers.toRemoval("dash");
    removal.hear(Told.status("dash", 2, 0, 1));
    assertThat(removal.complete()).isFalse();

    removal.hear(Told.status("dash", 0, 0, 1, RuleState.REMOVED, ""));
    assertThat(removal.complete()).isTrue();
  }
}
