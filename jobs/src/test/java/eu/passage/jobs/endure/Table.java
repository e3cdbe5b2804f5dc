package eu.passage.jobs.endure;

import eu.passage.jobs.archive.OwnPostgres;
import java.sql.SQLException;
import java.time.Duration;

/** How many rows the table has, for many who ask. */
final class Table {

  private static final long ASK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private final OwnPostgres postgres;
  private int rows;
  private long asked = System.nanoTime() - ASK_EVERY_NANOS;

  Table(OwnPostgres postgres) {
    this.postgres = postgres;
  }

  /** As last seen: while the database is away it tells nobody of more. */
  synchronized int rows() {
    if (System.nanoTime() - asked >= ASK_EVERY_NANOS) {
      asked = System.nanoTime();
      try {
        rows = count("toll_events");
      } catch (SQLException e) {
        // it is away, or the job has not made the table yet
      }
    }
    return rows;
  }

  /** Events that still wait for the vehicle registry. */
  int open() throws SQLException {
    return count("toll_current WHERE status = 'PROVISIONAL'");
  }

  private int count(String what) throws SQLException {
    return Integer.parseInt(postgres.rows("SELECT count(*) FROM passage." + what).get(0));
  }
}
