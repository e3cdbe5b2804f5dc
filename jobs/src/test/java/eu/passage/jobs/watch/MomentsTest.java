package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

  @Test
  void aSpanIsFromTheMomentOn() {
    assertThat(Moments.parse("30d", NOON)).hasValue(Instant.parse("2026-04-09T11:00:00Z"));
  }

  @Test
  void withoutAnOffsetItIsTheClockOfBrussels() {
    assertThat(Moments.parse("2026-07-01T18:00", NOON))
        .hasValue(Instant.parse("2026-07-01T16:00:00Z"));
    assertThat(Moments.parse(" 2026-12-24 ", NOON)).hasValue(Instant.parse("2026-12-23T23:00:00Z"));
  }

  @Test
  void withAnOffsetItIsThat() {
    assertThat(Moments.parse("2026-12-24T17:00:00Z", NOON))
        .hasValue(Instant.parse("2026-12-24T17:00:00Z"));
    assertThat(Moments.parse("2026-12-24T17:00:00.1234567+02:00", NOON))
        .hasValue(Instant.parse("2026-12-24T15:00:00.123Z"));
  }

  @Test
  void anythingElseIsNone() {
    assertThat(Moments.parse("", NOON)).isEmpty();
    assertThat(Moments.parse("tomorrow", NOON)).isEmpty();
    assertThat(Moments.parse("2026-02-30", NOON)).isEmpty();
    assertThat(Moments.parse("-3d", NOON)).isEmpty();
  }
}
