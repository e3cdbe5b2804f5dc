package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.RuleState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyLineTest {

  private static final Duration TOOK = Duration.ofMillis(640);

  private final Answers answers = Answers.to(Told.source("dash", 3));

  @Test
  void thatAllDidItIsToldWithTheTimeItTook() {
    answers.hear(Told.status("dash", 3, 0, 2));
    answers.hear(Told.status("dash", 3, 1, 2));

    assertThat(ReplyLine.of(3, "ACTIVE", answers, TOOK, "").json())
        .isEqualTo(
            """
            {"rule":"dash","version":3,"state":"ACTIVE","subtasks":2,"of":2,"seconds":0.64,"message":""}\
            """);
  }

  @Test
  void aRefusalIsToldWithItsReasonWhateverTheOthersSay() {
    answers.hear(Told.status("dash", 3, 0, 2));
    answers.hear(Told.status("dash", 3, 1, 2, RuleState.REFUSED, "no such camera"));

    assertThat(ReplyLine.of(3, "ACTIVE", answers, TOOK, "").json())
        .contains("\"state\":\"REFUSED\",\"subtasks\":2,\"of\":2,")
        .endsWith("\"message\":\"no such camera\"}");
  }

  @Test
  void silenceIsToldWithWhatItMeans() {
    assertThat(ReplyLine.of(3, "WAITING", answers, TOOK, "no job answered").json())
        .contains("\"state\":\"WAITING\",\"subtasks\":0,\"of\":0,")
        .endsWith("\"message\":\"no job answered\"}");
  }
}
