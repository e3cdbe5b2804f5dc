package eu.passage.jobs.bench.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.bench.tolls.PathBench.Measured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TollsReportTest {

  private final TollsReport report =
      new TollsReport(
          List.of(new Measured(1_000, 0.1), new Measured(1_000, 0.04), new Measured(1_000, 0.02)),
          new TableBench.Rate(6_000, 500, 2, Duration.ofSeconds(2), true),
          false);

  @Test
  void theMedianOfTheRoundsCounts() {
    assertThat(report.eventsPerCpuSecond()).isEqualTo(25_000);
    assertThat(report.target().isMet()).isTrue();
    assertThat(report.lines().get(0)).contains("3 rounds of 1,000 events").contains("40.0 µs");
  }

  @Test
  void theDatabasesRateIsToldWithWhatItRestsOn() {
    assertThat(report.lines().get(1))
        .isEqualTo(
            "PostgreSQL, one of its own on this machine: 3,000 rows a second"
                + " (6,000 rows, 500 a batch, 2 connections; each commit waits for the disk)");
    assertThat(report.json().at("/database/rowsPerSecond").asLong()).isEqualTo(3_000);
  }

  @Test
  void slowerThanWantedIsMissed() {
    TollsReport slow =
        new TollsReport(
            List.of(new Measured(1_999, 0.1)),
            new TableBench.Rate(6_000, 500, 2, Duration.ofSeconds(2), false),
            true);

    assertThat(slow.target().isMet()).isFalse();
    assertThat(slow.lines().get(1)).contains("yours").contains("does NOT wait for the disk");
  }
}
