package eu.passage.jobs.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.JsonRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of the table back to the events that they were made of. */
public final class TollRows {

  private static final String CHARGE = "charge";
  private static final String IN_CHARGE = "/" + CHARGE + "/";

  private TollRows() {}

  /**
   * What to select.
   *
   * @param table the name that the table has in the statement
   */
  public static String columns(String table) {
    return Column.ALL.stream()
        .map(column -> table + "." + column.name())
        .collect(Collectors.joining(", "));
  }

  /**
   * The event of the row that a result stands at.
   *
   * @throws SQLException also when the row tells no event: somebody changed it
   */
  public static TollEvent event(ResultSet row) throws SQLException {
    ObjectNode json = Json.object();
    List<Column> columns = Column.ALL;
    for (int i = 0; i < columns.size(); i++) {
      JsonNode value = columns.get(i).read(row, i + 1);
      if (value != null) {
        put(json, columns.get(i).pointer(), value);
      }
    }
    try {
      return JsonRecord.of(json, TollEvent.class);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new SQLException(
          "the row of event %s tells none: %s"
              .formatted(json.path("eventId").asText(), e.getMessage()),
          e);
    }
  }

  private static void put(ObjectNode event, String pointer, JsonNode value) {
    if (pointer.startsWith(IN_CHARGE)) {
      event.withObject("/" + CHARGE).set(pointer.substring(IN_CHARGE.length()), value);
    } else {
      event.set(pointer.substring(1), value);
    }
  }
}
