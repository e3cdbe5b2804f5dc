package eu.passage.jobs.bench.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.archive.OwnPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableBenchTest {

  @TempDir Path directory;

  @Test
  void itMeasuresWhatWasWrittenAndLeavesNothingBehind() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"))) {
      TableBench.Rate rate = TableBench.measure(postgres.settings(), 2_000, 300, 2);

      assertThat(rate.rows()).isEqualTo(2_000);
      assertThat(rate.perSecond()).isPositive();
      assertThat(postgres.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'passage%'"))
          .isEmpty();
    }
  }
}
