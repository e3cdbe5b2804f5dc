package eu.passage.jobs.bench.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.archive.TollTable;
import eu.passage.jobs.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many toll events a second a database takes, as the job writes them: the same statement, table
 * and indices, in a schema of its own that is dropped again.
 */
public final class TableBench {

  private static final String SCHEMA = "passage_bench";
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  private TableBench() {}

  /**
   * What was measured.
   *
   * @param took from the first statement to the last answer
   * @param safe whether the database waits for the disk at each commit
   */
  public record Rate(int rows, int batchSize, int connections, Duration took, boolean safe) {

    /** Rows a second, all connections together. */
    public long perSecond() {
      return Math.round(rows / (took.toNanos() / 1e9));
    }
  }

  /**
   * Writes so many rows.
   *
   * @param connections that write at once, as the job's subtasks do
   * @throws Exception when the database does not answer or its user may make no schema
   */
  public static Rate measure(DatabaseSettings settings, int rows, int batchSize, int connections)
      throws Exception {
    TollDatabase database = new TollDatabase(settings.in(SCHEMA));
    database.drop();
    try {
      database.migrate();
      return new Rate(
          rows,
          batchSize,
          connections,
          write(database, rows, batchSize, connections),
          isSafe(database));
    } finally {
      database.drop();
    }
  }

  private static Duration write(TollDatabase database, int rows, int batchSize, int connections)
      throws Exception {
    List<List<TollEvent>> shares = shares(MadeTolls.events(rows), connections);
    ExecutorService writers = Executors.newFixedThreadPool(connections);
    try {
      long begun = System.nanoTime();
      List<Future<Integer>> written = new ArrayList<>();
      for (List<TollEvent> share : shares) {
        written.add(writers.submit(() -> write(database, share, batchSize)));
      }
      int added = 0;
      for (Future<Integer> one : written) {
        added += one.get();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      if (added != rows) {
        throw new IllegalStateException("%d of %d rows were added".formatted(added, rows));
      }
      return took;
    } finally {
      writers.shutdownNow();
    }
  }

  private static int write(TollDatabase database, List<TollEvent> events, int batchSize)
      throws SQLException {
    TollTable table = new TollTable(SCHEMA, ZONE);
    int added = 0;
    try (Connection connection = database.connect()) {
      for (int from = 0; from < events.size(); from += batchSize) {
        List<TollEvent> batch = events.subList(from, Math.min(from + batchSize, events.size()));
        added += table.write(connection, batch).added();
      }
    }
    return added;
  }

  private static boolean isSafe(TollDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet unsafe =
            statement.executeQuery(
                "SELECT 1 FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off'")) {
      return !unsafe.next();
    }
  }

  /** By charging point, as the topic's partitions have them. */
  private static List<List<TollEvent>> shares(List<TollEvent> events, int connections) {
    List<List<TollEvent>> shares = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      shares.add(new ArrayList<>());
    }
    for (TollEvent event : events) {
      shares.get(Math.floorMod(event.getChargingPoint().hashCode(), connections)).add(event);
    }
    return shares;
  }
}
