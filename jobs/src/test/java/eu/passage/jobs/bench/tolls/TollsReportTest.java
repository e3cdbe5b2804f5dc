package eu.passage.jobs.bench.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.bench.tolls.PathBench.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TollsReportTest {

  private final TollsReport report =
      new TollsReport(
          List.of(new Measured(1_000, 0.1), new Measured(1_000, 0.04), new Measured(1_000, 0.02)),
          Optional.of(new TableBench.Rate(6_000, 500, 2, Duration.ofSeconds(2))));

  @Test
  void theMedianOfTheRoundsCounts() {
    assertThat(report.eventsPerCpuSecond()).isEqualTo(25_000);
    assertThat(report.target().isMet()).isTrue();
    assertThat(report.lines().get(0)).contains("3 rounds of 1,000 events").contains("40.0 µs");
  }

  @Test
  void theDatabasesRateIsToldWithWhatItRestsOn() {
    assertThat(report.lines().get(1))
        .isEqualTo("database: 3,000 rows a second (6,000 rows, 500 a batch, 2 connections)");
    assertThat(report.json().get("rowsPerSecond").asLong()).isEqualTo(3_000);
  }

  @Test
  void slowerThanWantedIsMissed() {
    TollsReport slow = new TollsReport(List.of(new Measured(1_999, 0.1)), Optional.empty());

    assertThat(slow.target().isMet()).isFalse();
    assertThat(slow.lines().get(1)).contains("name one under tollArchive.database");
  }
}
