package eu.passage.jobs.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.console.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MigrateCommandTest {

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anEmptyDatabaseGetsItsSchemaOnceAndADatabaseThatIsDownIsTold() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"))) {
      Path config =
          Files.writeString(
              directory.resolve("own.yaml"),
              "tollArchive:\n  database: {url: \"%s\", user: postgres}\n"
                  .formatted(postgres.settings().url()));

      assertThat(migrate(config)).isEqualTo(ExitCode.OK);
      assertThat(out.toString())
          .contains("done: 1 toll events", "is the newest", "psql postgresql://postgres@");
      assertThat(postgres.rows("SELECT count(*) FROM passage.toll_daily")).containsExactly("0");

      out.getBuffer().setLength(0);
      assertThat(migrate(config)).isEqualTo(ExitCode.OK);
      assertThat(out.toString()).doesNotContain("done:").contains("is the newest");

      postgres.stop();
      assertThat(migrate(config)).isEqualTo(ExitCode.FAILURE);
      assertThat(err.toString()).contains(postgres.settings().url(), "refused");
    }
  }

  private int migrate(Path config) {
    CommandLine command = new CommandLine(new TollsCommand());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute("migrate", "--config", config.toString());
  }
}
