package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;

/** Copies of toll events as the archive job makes them, without the job. */
public final class DayCopies {

  private DayCopies() {}

  /**
   * Files below the directories of the events' days.
   *
   * @param name of each; one that is there is replaced
   */
  public static void files(Path directory, String name, ZoneId zone, List<TollEvent> events)
      throws IOException {
    Map<String, List<TollEvent>> days =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event -> DayDirectory.PREFIX + LocalDays.of(event, zone),
                    TreeMap::new,
                    Collectors.toList()));
    for (Map.Entry<String, List<TollEvent>> day : days.entrySet()) {
      Path folder = Files.createDirectories(directory.resolve(day.getKey()));
      Path file = folder.resolve(name + ".parquet");
      Files.deleteIfExists(file);
      try (ParquetWriter<TollEvent> writer = DayFiles.writer(new LocalOutputFile(file))) {
        for (TollEvent event : day.getValue()) {
          writer.write(event);
        }
      }
    }
  }

  /** Rows of the table, whose schema is brought to the newest. */
  public static void rows(DatabaseSettings settings, ZoneId zone, List<TollEvent> events)
      throws SQLException {
    TollDatabase database = new TollDatabase(settings);
    database.migrate();
    try (Connection connection = database.connect()) {
      Written written = new TollTable(TollDatabase.SCHEMA, zone).write(connection, events);
      if (!written.refused().isEmpty()) {
        throw new SQLException("refused: " + written.refused());
      }
    }
  }
}
