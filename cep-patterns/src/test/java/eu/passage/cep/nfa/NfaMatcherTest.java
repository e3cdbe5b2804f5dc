package eu.passage.cep.nfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;

/** Events are {@code kind@minute}. */
class NfaMatcherTest {

  private record Event(String kind, int minute) {
    static Event parse(String text) {
      return new Event(text.substring(0, 1), Integer.parseInt(text.substring(2)));
    }

    @Override
    public String toString() {
      return kind + "@" + minute;
    }
  }

  private final NfaMatcher<Event> matcher = new NfaMatcher<>(e -> e.minute() * 60_000L);

  private final CompiledPattern<Event> aThenB =
      CompiledPattern.of(step("a").followedBy("b").where(kind("b")).within(Duration.ofMinutes(10)));

  private final CompiledPattern<Event> aWithoutB =
      CompiledPattern.of(
          step("a").notFollowedBy("b").where(kind("b")).within(Duration.ofMinutes(10)));

  @Test
  void theLastEventCompletesAMatch() {
    assertThat(completed("a@0", "b@5")).hasValue("[a@0, b@5]");
  }

  @Test
  void ofSeveralMatchesTheMostRecentIsTaken() {
    assertThat(completed("a@0", "a@1", "b@5")).hasValue("[a@1, b@5]");
  }

  @Test
  void aMatchThatEndedBeforeTheLastEventIsNotReported() {
    assertThat(completed("a@0", "b@5", "c@6")).isEmpty();
  }

  @Test
  void withinIsStrict() {
    assertThat(completed("a@0", "b@9")).isPresent();
    assertThat(completed("a@0", "b@10")).isEmpty();
  }

  @Test
  void nothingOfOneRunIsLeftInTheNext() {
    assertThat(completed("a@0")).isEmpty();
    assertThat(completed("b@5")).isEmpty();
  }

  @Test
  void equalEventsAreToldApart() {
    assertThat(completed("a@0", "a@0", "b@5")).hasValue("[a@0, b@5]");
  }

  @Test
  void anAbsenceCompletesWhenItsTimeIsUp() {
    assertThat(absent(9, "a@0")).isEmpty();
    assertThat(absent(10, "a@0")).hasValue("[a@0]");
    assertThat(absent(10, "a@0", "b@9")).isEmpty();
  }

  @Test
  void anAbsenceIsReportedForTheFirstEventAlone() {
    assertThat(absent(10, "a@0", "a@3")).hasValue("[a@0]");
  }

  @Test
  void aConditionThatFailsIsToldWithItsCause() {
    CompiledPattern<Event> failing =
        CompiledPattern.of(
            Pattern.<Event>begin("a")
                .where(
                    SimpleCondition.of(
                        e -> {
                          throw new IllegalArgumentException("no such kind");
                        })));

    assertThatThrownBy(() -> matcher.completedByLast(failing, events("a@0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("history of 1 events")
        .hasStackTraceContaining("no such kind");
  }

  private Optional<String> completed(String... events) {
    return matcher.completedByLast(aThenB, events(events)).map(match -> match.events().toString());
  }

  private Optional<String> absent(int minute, String... events) {
    return matcher
        .completedByAbsence(aWithoutB, events(events), minute * 60_000L)
        .map(match -> match.events().toString());
  }

  private static List<Event> events(String... events) {
    return Arrays.stream(events).map(Event::parse).toList();
  }

  private static Pattern<Event, Event> step(String kind) {
    return Pattern.<Event>begin(kind).where(kind(kind));
  }

  private static SimpleCondition<Event> kind(String kind) {
    return SimpleCondition.of(e -> e.kind().equals(kind));
  }
}
