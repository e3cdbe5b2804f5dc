package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table over a connection that may break: it is made anew, and what was on its way is written
 * again, for as long as the database is away. For one thread.
 */
final class TableLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TableLink.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final TollDatabase database;
  private final TollTable table;
  private final Runnable onRetry;
  private @Nullable Connection connection;

  /**
   * @param onRetry told each time that something is tried again
   */
  TableLink(TollDatabase database, TollTable table, Runnable onRetry) {
    this.database = database;
    this.table = table;
    this.onRetry = onRetry;
  }

  /** What is done with the database. */
  private interface Work<R> {
    R run() throws SQLException;
  }

  /** Brings the database to the newest schema. */
  void migrate() throws SQLException, InterruptedException {
    patiently(
        () -> {
          try {
            return database.migrate();
          } catch (FlywayException e) {
            throw DatabaseFault.saidTo(e);
          }
        });
  }

  /**
   * As {@link TollTable#write}, and waits while the database is away.
   *
   * @throws SQLException when somebody must do something
   */
  Written write(List<TollEvent> events) throws SQLException, InterruptedException {
    return patiently(() -> table.write(connected(), events));
  }

  private <R> R patiently(Work<R> work) throws SQLException, InterruptedException {
    for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
      try {
        return work.run();
      } catch (SQLException e) {
        close();
        if (DatabaseFault.of(e) != DatabaseFault.AWAY) {
          throw new SQLException(advice(e), e.getSQLState(), e);
        }
        LOG.warn("the database of tolls is away, next try in {} ms", wait.toMillis(), e);
        onRetry.run();
        Thread.sleep(wait.toMillis());
      }
    }
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
  }

  private String advice(SQLException e) {
    return "%s cannot be written as %s (%s). Is its schema there (passage tolls migrate), and may this user add rows?"
        .formatted(database.settings().url(), database.settings().user(), e.getMessage());
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      connection = open;
    }
    return open;
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("the connection was broken", e);
      }
    }
  }
}
