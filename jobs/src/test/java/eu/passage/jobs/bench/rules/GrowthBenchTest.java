package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthBenchTest {

  private static final int A_DAY = 200;

  /** What the operators have of their own, and what tests before left that goes meanwhile. */
  private static final int OTHERS = 20;

  @Test
  void vehiclesThatNeverComeAgainAreForgottenAsFastAsNewOnesCome(@TempDir Path work)
      throws Exception {
    Growth growth;
    try (BenchCluster cluster = BenchCluster.start(work)) {
      RuleJob jobs = RuleJob.of(cluster, Duration.ofMinutes(1));
      Steps steps = new Steps((what, share) -> {});
      growth = new GrowthBench(jobs, steps).run(StateBackend.HASHMAP, new SeenOnce(60 * A_DAY, 60));
    }

    assertThat(growth.marks()).extracting(Growth.Mark::day).startsWith(5, 10).endsWith(60);
    assertThat(growth.marks())
        .allSatisfy(
            mark ->
                // habits and one sweep, and a day that has begun
                assertThat(mark.subjects())
                    .isBetween(
                        (long) Math.min(mark.day(), 28) * A_DAY - OTHERS,
                        (long) Math.min(mark.day(), 32) * A_DAY + OTHERS));
  }
}
