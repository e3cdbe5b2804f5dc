package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.TollArchiveSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DemoArchiveTest {

  private static final Instant NOW = Instant.parse("2026-03-10T07:08:09Z");
  private static final URI FILES = URI.create("file:///var/lib/passage/tolls/");

  @TempDir Path directory;
  private final List<String> notes = new ArrayList<>();

  @Test
  void simulatedTrucksGetATableOfTheirOwnMadeAnewEachTime() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"))) {
      new TollDatabase(postgres.settings()).migrate();
      PassageConfig own = prepared(postgres.settings(), null);
      postgres.run("CREATE TABLE passage_demo.left_by_an_older_release ()");

      DatabaseSettings database =
          Objects.requireNonNull(prepared(postgres.settings(), null).tollArchive().database());

      assertThat(database.schemaName()).isEqualTo("passage_demo");
      assertThat(own.tollArchive().database()).isEqualTo(database);
      assertThat(postgres.rows("SELECT count(*) FROM passage_demo.toll_daily"))
          .containsExactly("0");
      assertThat(
              postgres.rows(
                  "SELECT table_schema FROM information_schema.tables WHERE table_name IN"
                      + " ('toll_events', 'left_by_an_older_release') ORDER BY 1"))
          .as("the table that is billed from stays")
          .containsExactly("passage", "passage_demo");
      assertThat(notes)
          .hasSize(2)
          .allMatch(
              note ->
                  note.endsWith(database.psql() + " -c 'SELECT * FROM passage_demo.toll_daily'"));
    }
  }

  @Test
  void filesGoToADirectoryOfThisDemonstration() {
    assertThat(prepared(null, FILES).tollArchive().files())
        .isEqualTo(URI.create("file:///var/lib/passage/tolls/demo-20260310T070809Z"));
    assertThat(notes).singleElement().asString().contains("demo-20260310T070809Z");
  }

  @Test
  void withoutAnArchiveThereIsNothingToPrepare() {
    PassageConfig shipped = ConfigFile.defaults();

    assertThat(prepared(null, null)).isEqualTo(shipped);
    assertThat(notes).isEmpty();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidBeforeAnythingStarts() {
    DatabaseSettings nobody =
        new DatabaseSettings("jdbc:postgresql://localhost:1/passage", "somebody", null);

    assertThatThrownBy(() -> prepared(nobody, null))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tollArchive.database: jdbc:postgresql://localhost:1/passage")
        .hasMessageContaining("may 'somebody' make one?");
  }

  private PassageConfig prepared(@Nullable DatabaseSettings database, @Nullable URI files) {
    PassageConfig shipped = ConfigFile.defaults();
    TollArchiveSettings archive = shipped.tollArchive().with(database, files);
    return DemoArchive.prepare(shipped.with(archive), NOW, notes::add);
  }
}
