package eu.passage.jobs.archive;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The two statements of the table. Each takes a batch as one array of texts for every column: one
 * way to the database and back, however many rows, and the same text of SQL for every size.
 *
 * @param insert what is new; it gives the ids of the rows it added
 * @param compare for each event: whether its id is there, whether the row says the same, and which
 *     event has its number
 */
record TableStatements(String insert, String compare) {

  /**
   * @param schema that the table is in
   */
  static TableStatements in(String schema) {
    String table = schema + ".toll_events";
    String names = each(Column.ALL, Column::name);
    // LOCAL_DAY is worked out, not said by the event: another zone makes no other event
    String given =
        "unnest(%s, ?::text[]::date[]) AS given(%s, local_day)"
            .formatted(each(Column.ALL, column -> "?::text[]::" + column.type() + "[]"), names);
    String insert =
        "INSERT INTO %s (%s, local_day) SELECT * FROM %s ON CONFLICT DO NOTHING RETURNING event_id"
            .formatted(table, names, given);
    String compare =
        """
        SELECT given.event_id, known.event_id IS NOT NULL,
          (%s) IS NOT DISTINCT FROM (%s), holder.event_id
        FROM %s
        LEFT JOIN %s known ON known.event_id = given.event_id
        LEFT JOIN %s holder ON (holder.originator, holder.charging_point, holder.sequence)
          = (given.originator, given.charging_point, given.sequence)
        """
            .formatted(
                each(Column.ALL, column -> "known." + column.name()),
                each(Column.ALL, column -> "given." + column.name()),
                given,
                table,
                table);
    return new TableStatements(insert, compare);
  }

  private static String each(List<Column> columns, Function<Column, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }
}
