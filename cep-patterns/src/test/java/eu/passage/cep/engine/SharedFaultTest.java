package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that ask the same are asked together; what goes wrong goes wrong for each of them. */
class SharedFaultTest {

  private static final Predicate ANY = Predicate.of("any", (passage, scene) -> true);

  private static final Predicate BROKEN =
      Predicate.of(
          "broken",
          (passage, scene) -> {
            throw new IllegalStateException("no answer");
          });

  @Test
  void aQuestionThatCannotBeAnsweredSwitchesOffEachRuleThatAsksItAndNoOther() {
    Subjects subjects =
        new Subjects(
            List.of(counts("one", 1, BROKEN), counts("two", 2, BROKEN), counts("three", 1, ANY)));

    subjects.pass(Border.passage("2026-03-10T10:00 - EST-1"), Long.MIN_VALUE);
    subjects.pass(Border.passage("2026-03-10T11:00 - EST-1"), Long.MIN_VALUE);

    assertThat(subjects.failed.keySet()).containsExactlyInAnyOrder("one", "two");
    assertThat(subjects.told)
        .extracting(hit -> hit.rule().rule().id())
        .containsExactly("three", "three");
  }

  private static Rule counts(String id, int atLeast, Predicate of) {
    return Rules.of(id, new Body.Count(of, null, atLeast), Duration.ofHours(2));
  }
}
