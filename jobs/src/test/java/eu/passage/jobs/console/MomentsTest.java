package eu.passage.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-03-11T11:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T10:30:00Z, 2026-03-11T10:30:00Z",
    "2026-03-11T11:30:00+01:00, 2026-03-11T10:30:00Z",
    "2026-03-11T11:30, 2026-03-11T10:30:00Z",
    "2026-07-01, 2026-06-30T22:00:00Z",
    "7d, 2026-03-04T11:00:00Z",
    " 90m , 2026-03-11T09:30:00Z",
  })
  void whatPeopleWriteIsUnderstood(String text, Instant moment) {
    assertThat(Moments.parse(text, NOW)).hasValue(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-02-30", "11:30", "7", "7w"})
  void whatIsNoMomentIsNone(String text) {
    assertThat(Moments.parse(text, NOW)).isEmpty();
  }

  @Test
  void theExamplesThatErrorsShowAreRight() {
    for (String example : Moments.EXAMPLES.replaceAll("\\([^)]*\\)", "").split(",|\\bor\\b")) {
      assertThat(example.isBlank() || Moments.parse(example, NOW).isPresent()).as(example).isTrue();
    }
  }
}
