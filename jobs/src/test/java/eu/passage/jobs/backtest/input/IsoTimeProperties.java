package eu.passage.jobs.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeProperties {

  private final IsoTime time = new IsoTime();

  @Property
  void readsWhatJavaWrites(
      @ForAll @LongRange(min = -60_000_000_000_000L, max = 200_000_000_000_000L) long millis,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes)
      throws RefusedException {
    OffsetDateTime written =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

    assertThat(parse(written.toString())).isEqualTo(millis);
    assertThat(parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written))).isEqualTo(millis);
  }

  @Example
  void secondsAndMinutesOfTheOffsetMayBeLeftOutAndABlankStandForT() throws RefusedException {
    long expected = Instant.parse("2026-03-02T01:10:00Z").toEpochMilli();
    assertThat(parse("2026-03-02T02:10+01")).isEqualTo(expected);
    assertThat(parse("2026-03-02 02:10:00+0100")).isEqualTo(expected);
    assertThat(parse("2026-03-02T01:10:00.1239999Z")).isEqualTo(expected + 123);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T02:10:00",
        "2026-03-02T02:10",
        "2026-03-02T02:10:0Z",
        "2026-03-02T02:10:00.Z",
        "2026-03-02T02:10:00.5",
        "2026-03-02T24:00:00Z",
        "2026-02-29T02:10:00Z",
        "2026-13-02T02:10:00Z",
        "2026-00-02T02:10:00Z",
        "2026-03-02T02:60:00Z",
        "2026-03-02T02:10:00+1:00",
        "2026-03-02T02:10:00+01:60",
        "2026-03-02T02:10:00+19:00",
        "2026-03-02T02:10:00ZZ",
        "2026-03-02T02:10:00 CET",
        "02/03/2026 02:10:00Z",
        "2026-03-02T02:10:Z"
      })
  void whatIsNoTimeWithAnOffsetIsRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isSameAs(Refusal.TIME.exception());
  }

  private long parse(String text) throws RefusedException {
    // within other bytes, as in a line
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    return time.parse(bytes, 1, bytes.length - 1);
  }
}
