package eu.passage.jobs.tolls.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.kafka.NoAnswerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table. Days are read side by side and not at one moment: what comes meanwhile to
 * some is corrected meanwhile, and the toll job refuses a correction of what holds no more.
 *
 * @param first the first day with a row; null where there is none
 */
record StoredInTable(
    DatabaseSettings database,
    ZoneId zone,
    @Nullable LocalDate first,
    LocalDate last,
    boolean beginsWithTheFirst)
    implements StoredTolls {

  private static final String DAYS = "SELECT min(local_day), max(local_day) FROM toll_events";

  private static final String WHOLE =
      """
      SELECT coalesce(bool_and(first = 1), true) FROM (
        SELECT min(sequence) AS first FROM toll_events GROUP BY originator, charging_point) points
      """;

  static StoredInTable in(DatabaseSettings settings, ZoneId zone) {
    try (Connection connection = new TollDatabase(settings).connect();
        Statement statement = connection.createStatement()) {
      LocalDate first;
      LocalDate last;
      try (ResultSet days = statement.executeQuery(DAYS)) {
        days.next();
        first = days.getObject(1, LocalDate.class);
        last = days.getObject(2, LocalDate.class);
      }
      try (ResultSet whole = statement.executeQuery(WHOLE)) {
        whole.next();
        return new StoredInTable(
            settings, zone, first, last == null ? LocalDate.EPOCH : last, whole.getBoolean(1));
      }
    } catch (SQLException e) {
      throw new NoAnswerException(
          "The table of %s cannot be read (%s). Is the database running, and is its schema there (passage tolls migrate)?"
              .formatted(settings.url(), e.getMessage()),
          e);
    }
  }

  @Override
  public String text() {
    return "the table %s.toll_events of %s".formatted(database.schemaName(), database.url());
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return Optional.ofNullable(first);
  }

  @Override
  public boolean isEmptySince(LocalDate since) {
    return first == null || last.isBefore(since);
  }

  @Override
  public DataStream<TollEvent> open(StreamExecutionEnvironment env, LocalDate since) {
    String[] days =
        first == null
            ? new String[0]
            : Stream.iterate(
                    first.isAfter(since) ? first : since,
                    day -> !day.isAfter(last),
                    day -> day.plusDays(1))
                .map(LocalDate::toString)
                .toArray(String[]::new);
    return env.fromData(Types.STRING, days)
        .uid("rerate-days")
        .name("Days of the table")
        .rebalance()
        .flatMap(new ReadDay(database, zone))
        .returns(StreamTypes.TOLL_EVENT)
        .uid("rerate-read-table")
        .name("Events of each day");
  }
}
