package eu.passage.jobs.tolls.review;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollDraft;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.archive.TollRows;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.kafka.NoAnswerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table, which lags behind the topic by a second or so: the toll job refuses what is too late.
 */
record HeldInTable(DatabaseSettings settings) implements HeldEvents {

  private static final int AT_ONCE = 1000;

  private static final String SELECT = "SELECT %s FROM ".formatted(TollRows.columns("event"));

  private static final String WAITING =
      SELECT
          + "toll_current event WHERE event.status = 'REVIEW'"
          + " OR (event.status = 'PROVISIONAL' AND event.at < ?) ORDER BY event.at, event.event_id";

  private static final String BY_ID = SELECT + "toll_events event WHERE event.event_id = ?";

  private static final String BY_TIME =
      SELECT
          + "toll_events event WHERE event.local_day BETWEEN ? AND ? AND event.at BETWEEN ? AND ?";

  @Override
  public List<TollEvent> waiting(Instant askedSince) {
    return query(WAITING, utc(askedSince));
  }

  @Override
  public Optional<TollEvent> find(String eventId) {
    return query(BY_ID, eventId).stream().findFirst();
  }

  /** Plates that are misread alike are one vehicle, which no index knows: so by time. */
  @Override
  public List<TollEvent> ofVehicle(TollEvent event, Duration around) {
    String vehicle = TollDraft.vehicle(event);
    OffsetDateTime from = utc(event.getAt().minus(around));
    OffsetDateTime to = utc(event.getAt().plus(around));
    return query(BY_TIME, from.toLocalDate().minusDays(1), to.toLocalDate().plusDays(1), from, to)
        .stream()
        .filter(one -> TollDraft.vehicle(one).equals(vehicle))
        .toList();
  }

  private List<TollEvent> query(String sql, Object... parameters) {
    List<TollEvent> found = new ArrayList<>();
    try (Connection connection = new TollDatabase(settings).connect()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false); // else the driver fetches all rows at once
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setFetchSize(AT_ONCE);
        for (int i = 0; i < parameters.length; i++) {
          query.setObject(i + 1, parameters[i]);
        }
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(TollRows.event(rows));
          }
        }
      }
    } catch (SQLException e) {
      throw new NoAnswerException(
          "The table of %s cannot be read (%s). Is the database running, and is its schema there (passage tolls migrate)?"
              .formatted(settings.url(), e.getMessage()),
          e);
    }
    return found;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
