package eu.passage.recognition.evaluate;

import eu.passage.recognition.image.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels of photographs: comma-separated files with a header and without quotes. */
final class Labels {

  private Labels() {}

  /**
   * The rows as values by column.
   *
   * @throws IOException when the file cannot be read or a row has another number of columns
   */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int number = 1; number < lines.size(); number++) {
      String[] values = lines.get(number).split(",", -1);
      if (values.length != columns.length) {
        throw new IOException(
            "%s line %d has %d columns, not %d"
                .formatted(file, number + 1, values.length, columns.length));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The value of a column. */
  static String text(Map<String, String> row, String column) throws IOException {
    String value = row.get(column);
    if (value == null) {
      throw new IOException("no column '%s' among %s".formatted(column, row.keySet()));
    }
    return value;
  }

  /** Columns x, y, w and h as a rectangle. */
  static Rect box(Map<String, String> row) throws IOException {
    return new Rect(
        Double.parseDouble(text(row, "x")),
        Double.parseDouble(text(row, "y")),
        Double.parseDouble(text(row, "w")),
        Double.parseDouble(text(row, "h")));
  }
}
