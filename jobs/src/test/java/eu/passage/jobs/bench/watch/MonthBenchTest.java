package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.MatchTier;
import eu.passage.cep.DetectionSettings;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.bench.watch.PlainMatching.Way;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MonthBenchTest {

  private static final PassageConfig CONFIG = ConfigFile.defaults();
  private static final DetectionSettings SETTINGS = CONFIG.detection().settings(CONFIG.catalogue());

  @Test
  void whatTheOperatorsTellIsHeldAgainstWhoTrulyPassed(@TempDir Path work) throws Exception {
    ReaderErrors errors = ReaderErrors.shipped().withMisreads(20);
    WatchMonth month = new WatchMonth(7, 2, 1_000, 2_000, CONFIG.catalogue(), errors);

    MonthReport report;
    try (BenchCluster cluster = BenchCluster.start(work)) {
      report = new MonthBench(month, SETTINGS, errors.basis(), (what, share) -> {}).run(cluster);
    }

    assertThat(report.listed()).isBetween(40L, 44L);
    assertThat(report.exact()).isBetween(20L, report.listed() - 1);
    assertThat(report.missed()).isZero();
    assertThat(report.misread()).isBetween(100L, 300L);
    MonthScore exact = Objects.requireNonNull(report.tiers().get(MatchTier.A));
    assertThat(exact.hits()).isPositive();
    assertThat(exact.falseShare()).isZero();
    MonthScore plain = Objects.requireNonNull(report.plain().get(Way.ANY_ONE));
    assertThat(plain.hits()).isGreaterThanOrEqualTo(exact.hits());
    assertThat(report.lines()).anyMatch(line -> line.contains("tier A"));
  }

  @Test
  void aHitOfAnotherVehicleIsFalseAndTellsNobodyOfTheOneThatPassed() {
    WatchMonth month = new WatchMonth(7, 1, 500, 100, CONFIG.catalogue(), ReaderErrors.shipped());
    long listed = 0; // regulars come first, and the first of them are listed
    long other = 200;
    assertThat(month.place(month.vehicle(listed))).isZero();
    assertThat(month.place(month.vehicle(other))).isEqualTo(-1);

    MonthReport report =
        new MonthBench(month, SETTINGS, "", (what, share) -> {})
            .report(
                List.of(
                    new WatchJob.Hit(listed, "month-0", MatchTier.A),
                    new WatchJob.Hit(other, "month-1", MatchTier.A)));

    MonthScore exact = Objects.requireNonNull(report.tiers().get(MatchTier.A));
    assertThat(exact.falseShare()).isEqualTo(0.5);
    assertThat(report.sure().falseShare()).isEqualTo(0.5);
    assertThat(report.missed()).isEqualTo(report.exact() - 1);
  }
}
