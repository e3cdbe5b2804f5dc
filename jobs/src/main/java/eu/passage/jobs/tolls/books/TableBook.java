package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.archive.TollRows;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.kafka.NoAnswerException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rows of the table {@code passage.toll_events}, all as they were at one moment. */
public record TableBook(DatabaseSettings settings) implements TollBook {

  private static final int AT_ONCE = 1000;

  /** Of a day by another zone than the table's own too: what was worked out helps to find it. */
  private static final String BY_DAY =
      """
      SELECT %s FROM %s.toll_events event
      WHERE event.local_day BETWEEN ? AND ? AND event.at >= ? AND event.at < ?
      """
          .formatted(TollRows.columns("event"), TollDatabase.SCHEMA);

  private static final String BY_NUMBER =
      """
      SELECT %s FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
        AS wanted(originator, charging_point, first, last)
      JOIN %s.toll_events event ON event.originator = wanted.originator
        AND event.charging_point = wanted.charging_point
        AND event.sequence BETWEEN wanted.first AND wanted.last
      """
          .formatted(TollRows.columns("event"), TollDatabase.SCHEMA);

  @Override
  public Copy copy() {
    return Copy.TABLE;
  }

  @Override
  public String place() {
    return "table %s.toll_events of %s".formatted(TollDatabase.SCHEMA, settings.url());
  }

  @Override
  public void read(Wanted wanted, Consumer<TollEvent> reader) {
    try (Connection connection = new TollDatabase(settings).connect()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false); // else the driver fetches all rows at once
      if (wanted.days().isPresent()) {
        byDay(connection, wanted.days().get(), reader);
      }
      if (!wanted.numbers().isEmpty()) {
        Predicate<TollEvent> told = wanted::isOfDays;
        byNumber(connection, wanted.numbers(), told.negate(), reader);
      }
    } catch (SQLException e) {
      throw new NoAnswerException(
          "The %s cannot be read as %s (%s). Is the database running, is its schema there (passage tolls migrate), and may this user read it?"
              .formatted(place(), settings.user(), e.getMessage()),
          e);
    }
  }

  private static void byDay(Connection connection, Days days, Consumer<TollEvent> reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_DAY)) {
      LocalDate before = days.first().minusDays(1);
      LocalDate after = days.last().plusDays(1);
      query.setObject(1, before);
      query.setObject(2, after);
      query.setObject(3, days.start().atOffset(ZoneOffset.UTC));
      query.setObject(4, days.end().atOffset(ZoneOffset.UTC));
      each(query, event -> true, reader);
    }
  }

  private static void byNumber(
      Connection connection,
      List<Numbers> numbers,
      Predicate<TollEvent> which,
      Consumer<TollEvent> reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_NUMBER)) {
      query.setArray(1, array(connection, "text", numbers, Numbers::originator));
      query.setArray(2, array(connection, "text", numbers, Numbers::chargingPoint));
      query.setArray(3, array(connection, "bigint", numbers, Numbers::first));
      query.setArray(4, array(connection, "bigint", numbers, Numbers::last));
      each(query, which, reader);
    }
  }

  private static Array array(
      Connection connection, String type, List<Numbers> numbers, Function<Numbers, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, numbers.stream().map(value).toArray());
  }

  private static void each(
      PreparedStatement query, Predicate<TollEvent> which, Consumer<TollEvent> reader)
      throws SQLException {
    query.setFetchSize(AT_ONCE);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        TollEvent event = TollRows.event(rows);
        if (which.test(event)) {
          reader.accept(event);
        }
      }
    }
  }
}
