package eu.passage.jobs.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void tenMillionMayTakeAMinuteMoreMayTakeLongerAndFewerAsLong() {
    assertThat(finding(10_000_000, 60).target().isMet()).isTrue();
    assertThat(finding(10_000_000, 60.1).target().isMet()).isFalse();
    assertThat(finding(20_000_000, 119).target().isMet()).isTrue();
    assertThat(finding(1_000_000, 59).target().isMet()).isTrue();
  }

  @Test
  void whetherItWasFastEnoughIsSaidToPeopleAndScripts() {
    assertThat(finding(10_000_000, 61.5).text())
        .endsWith("MISSED   61.5 s from the first line to the last alert (at most 60)");
    assertThat(finding(10_000_000, 61.5).json().at("/targets/0/met").asBoolean(true)).isFalse();
    assertThat(finding(10_000_000, 59).json().at("/targets/0/met").asBoolean(false)).isTrue();
  }

  private static Finding finding(long passages, double seconds) {
    return new Finding(passages, 1, 10, 2, 1 << 30, seconds, 2 * seconds, 500, 0, 0);
  }
}
