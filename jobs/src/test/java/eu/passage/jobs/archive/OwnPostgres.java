package eu.passage.jobs.archive;

import eu.passage.jobs.config.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL on a free port, which can be stopped and started again as it was. */
public final class OwnPostgres implements AutoCloseable {

  private final Path directory;
  private final int port;
  private Optional<EmbeddedPostgres> server;

  /**
   * @param directory for its data; empty or not there
   */
  public OwnPostgres(Path directory) throws IOException {
    this.directory = directory;
    EmbeddedPostgres first = builder().start();
    port = first.getPort();
    server = Optional.of(first);
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
  }

  /** How it is reached as its owner. */
  public DatabaseSettings settings() {
    return settings("postgres");
  }

  /** How it is reached as a user without a password. */
  public DatabaseSettings settings(String user) {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:%d/postgres".formatted(port), user, null);
  }

  /** Ends every connection, as by the service's restart. */
  public void stop() throws IOException {
    server.orElseThrow().close();
    server = Optional.empty();
  }

  /** With the same data, on the same port. */
  public void start() throws IOException {
    server = Optional.of(builder().setPort(port).start());
  }

  /** Runs a statement. */
  public void run(String sql) throws SQLException {
    try (Connection connection = new TollDatabase(settings()).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, their values as text with a bar between. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = new TollDatabase(settings()).connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  @Override
  public void close() throws IOException {
    if (server.isPresent()) {
      stop();
    }
  }
}
