package eu.passage.jobs.demo;

import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.TollArchiveSettings;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Where a demonstration keeps its toll events: beside what the configuration names, so that
 * simulated trucks never come among those that somebody bills.
 */
final class DemoArchive {

  /** Of the database; made anew by each demonstration. */
  static final String SCHEMA = "passage_demo";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private DemoArchive() {}

  /**
   * Makes the table anew where a database is configured, and tells where toll events will be found.
   *
   * @return the configuration with copies of the demonstration's own
   * @throws ConfigException when the database does not answer or does not allow it
   */
  static PassageConfig prepare(PassageConfig config, Instant now, Consumer<String> note) {
    TollArchiveSettings archive = config.tollArchive();
    if (!archive.isWanted()) {
      return config;
    }
    DatabaseSettings database = archive.database();
    DatabaseSettings own = database == null ? null : database.in(SCHEMA);
    if (own != null) {
      makeTable(own);
      note.accept(
          "toll events also go to a table: %s -c 'SELECT * FROM %s.toll_daily'"
              .formatted(own.psql(), SCHEMA));
    }
    URI files = files(archive.files(), now);
    if (files != null) {
      note.accept("toll events also go to Parquet files under " + files);
    }
    return config.with(archive.with(own, files));
  }

  private static void makeTable(DatabaseSettings settings) {
    try {
      TollDatabase database = new TollDatabase(settings);
      database.drop();
      database.migrate();
    } catch (SQLException | FlywayException e) {
      throw new ConfigException(
          "tollArchive.database: %s cannot have the schema %s (%s). Does it answer, and may '%s' make one?"
              .formatted(settings.url(), SCHEMA, e.getMessage(), settings.user()),
          e);
    }
  }

  private static @Nullable URI files(@Nullable URI files, Instant now) {
    return files == null
        ? null
        : URI.create(files.toString().replaceAll("/*$", "") + "/demo-" + MOMENT.format(now));
  }
}
