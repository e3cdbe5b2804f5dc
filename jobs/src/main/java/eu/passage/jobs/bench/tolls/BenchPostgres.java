package eu.passage.jobs.bench.tolls;

import eu.passage.jobs.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A PostgreSQL on a free port, for measuring where none is configured. It waits for the disk at
 * each commit, as one that keeps money does, and is otherwise as PostgreSQL comes.
 */
final class BenchPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  private BenchPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param directory for its data; empty or not there
   */
  static BenchPostgres start(Path directory) throws IOException {
    // the library starts servers for tests, which may lose what they hold
    return new BenchPostgres(
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start());
  }

  DatabaseSettings settings() {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres", null);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
