package eu.passage.jobs.archive;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** What to do about what the database says, by its SQLSTATE. */
enum DatabaseFault {
  /** It is down, starting, full, changing over, or in a deadlock: the same works later. */
  AWAY,
  /** A value that no row may hold: the event is refused, the others are not. */
  ROW,
  /** Its address, user, rights or schema are wrong: somebody must do something. */
  SETUP;

  /** For a fault of our own that goes away by itself: serialization failure. */
  static final String TRY_AGAIN = "40001";

  /** PostgreSQL's own for a wrong configuration. */
  private static final String NOT_AS_EXPECTED = "F0000";

  // connection, transaction rolled back, out of resources, operator's intervention, system error
  private static final List<String> AWAY_CLASSES = List.of("08", "40", "53", "57", "58");
  // data exception, integrity constraint
  private static final List<String> ROW_CLASSES = List.of("22", "23");
  // a standby that is not promoted yet; a lock that was not given
  private static final List<String> AWAY_STATES = List.of("25006", "55P03");

  static DatabaseFault of(SQLException e) {
    String state = e.getSQLState();
    if (state == null || state.length() < 2 || AWAY_STATES.contains(state)) {
      return AWAY;
    }
    String stateClass = state.substring(0, 2);
    if (AWAY_CLASSES.contains(stateClass)) {
      return AWAY;
    }
    return ROW_CLASSES.contains(stateClass) ? ROW : SETUP;
  }

  /** What the database said to Flyway; where it said nothing, Flyway did not like what it found. */
  static SQLException saidTo(FlywayException e) {
    String state = NOT_AS_EXPECTED;
    for (Throwable at = e.getCause(); at != null; at = at.getCause()) {
      if (at instanceof SQLException said && said.getSQLState() != null) {
        state = said.getSQLState();
      }
    }
    return new SQLException(e.getMessage(), state, e);
  }
}
