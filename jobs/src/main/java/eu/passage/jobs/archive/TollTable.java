package eu.passage.jobs.archive;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.Written.Refused;
import eu.passage.jobs.console.RecordJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table {@code toll_events}, to which rows are added and in which none is ever changed.
 *
 * <p>An event that is there already does nothing where the row says the same: after a crash the job
 * brings it again. Where the row says something else, in any column, somebody changed the one or
 * the other, and the event is refused: to overwrite the row would hide that.
 */
public final class TollTable {

  private final TableStatements statements;
  private final ZoneId zone;

  /**
   * @param schema that the table is in
   * @param zone whose days {@code local_day} goes by
   */
  public TollTable(String schema, ZoneId zone) {
    this.statements = TableStatements.in(schema);
    this.zone = zone;
  }

  /**
   * Writes events of different ids in one transaction, at the latest when it comes back. What the
   * database cannot store at all is refused alone, not with the others.
   *
   * @param connection with auto-commit
   * @throws SQLException when the database does not answer or is not as it should be; then all may
   *     be written, or nothing, and writing them again is right
   */
  public Written write(Connection connection, List<TollEvent> events) throws SQLException {
    try {
      return together(connection, events);
    } catch (SQLException e) {
      if (DatabaseFault.of(e) != DatabaseFault.ROW) {
        throw e;
      }
      if (events.size() == 1) {
        return Written.refused(events.get(0), String.valueOf(e.getMessage()));
      }
      int half = events.size() / 2;
      return write(connection, events.subList(0, half))
          .and(write(connection, events.subList(half, events.size())));
    }
  }

  private Written together(Connection connection, List<TollEvent> events) throws SQLException {
    Set<String> added = add(connection, events);
    List<TollEvent> others =
        events.stream().filter(event -> !added.contains(event.getEventId())).toList();
    if (others.isEmpty()) {
      return new Written(events, added.size(), List.of());
    }
    Map<String, String> faults = faults(connection, others);
    List<TollEvent> kept = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (TollEvent event : events) {
      String fault = faults.get(event.getEventId());
      if (fault == null) {
        kept.add(event);
      } else {
        refused.add(new Refused(event, DeadLetterReason.OTHER, fault));
      }
    }
    return new Written(kept, added.size(), refused);
  }

  private Set<String> add(Connection connection, List<TollEvent> events) throws SQLException {
    Set<String> added = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(statements.insert())) {
      bind(insert, events);
      try (ResultSet ids = insert.executeQuery()) {
        while (ids.next()) {
          added.add(ids.getString(1));
        }
      }
    }
    return added;
  }

  /** Of events that were not added those that the table does not hold as they are, and why. */
  private Map<String, String> faults(Connection connection, List<TollEvent> events)
      throws SQLException {
    Map<String, String> faults = new HashMap<>();
    try (PreparedStatement compare = connection.prepareStatement(statements.compare())) {
      bind(compare, events);
      try (ResultSet found = compare.executeQuery()) {
        while (found.next()) {
          String id = found.getString(1);
          boolean known = found.getBoolean(2);
          boolean same = found.getBoolean(3);
          String holder = found.getString(4);
          if (known && !same) {
            faults.put(id, "the table holds an event of this id that says something else");
          } else if (!known && holder != null) {
            faults.put(id, "its number at its charging point is that of the event " + holder);
          } else if (!known) {
            throw new SQLException("a row was deleted meanwhile", DatabaseFault.TRY_AGAIN);
          }
        }
      }
    }
    return faults;
  }

  private void bind(PreparedStatement statement, List<TollEvent> events) throws SQLException {
    int columns = Column.ALL.size();
    String[][] values = new String[columns + 1][events.size()];
    for (int row = 0; row < events.size(); row++) {
      TollEvent event = events.get(row);
      var json = RecordJson.of(event);
      for (int column = 0; column < columns; column++) {
        values[column][row] = Column.ALL.get(column).value(json);
      }
      values[columns][row] = LocalDays.of(event, zone).toString();
    }
    for (int column = 0; column <= columns; column++) {
      statement.setArray(
          column + 1, statement.getConnection().createArrayOf("text", values[column]));
    }
  }
}
