package eu.passage.jobs.watch;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.passage.schemas.text.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A list of vehicles as a CSV file, read row by row: it may have a million of them. */
final class ListFile {

  /** What a row can say; the first two it must. */
  static final List<String> COLUMNS =
      List.of("plate", "country", "case", "offence", "type", "colour", "make");

  private static final List<String> REQUIRED = COLUMNS.subList(0, 2);

  private static final ObjectReader ROWS =
      new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvParser.Feature.TRIM_SPACES)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES);

  private final Path file;

  ListFile(Path file) {
    this.file = file;
  }

  /** What is done with each row. */
  interface Reader {

    /**
     * A row.
     *
     * @param number from 1
     * @param row by column
     */
    void row(int number, Row row);
  }

  /** A row's fields by the names of their columns; what it does not say is empty. */
  record Row(Map<String, String> fields) {

    Row {
      fields = Map.copyOf(fields);
    }

    String field(String column) {
      return fields.getOrDefault(column, "").strip();
    }
  }

  /** A file that is no list; the message says why. */
  static final class NoListException extends Exception {

    private static final long serialVersionUID = 1L;

    NoListException(String message) {
      super(message);
    }
  }

  /** Reads all rows in order. */
  int read(Reader reader) throws NoListException {
    int number = 0;
    try (MappingIterator<Map<String, String>> rows =
        ROWS.with(schema()).readValues(file.toFile())) {
      while (rows.hasNextValue()) {
        Row row = new Row(rows.nextValue());
        number++;
        reader.row(number, row);
      }
      return number;
    } catch (IOException e) {
      throw new NoListException(
          "%s, row %d: cannot be read: %s".formatted(file, number + 1, firstLine(e)));
    }
  }

  /** The columns that the first line names, by comma or by semicolon as spreadsheets write it. */
  private CsvSchema schema() throws IOException, NoListException {
    String head;
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      head = String.valueOf(text.readLine());
    }
    char separator = head.indexOf(';') >= 0 ? ';' : ',';
    List<String> names =
        List.of(head.replace("\uFEFF", "").replace("\"", "").split(String.valueOf(separator), -1))
            .stream()
            .map(String::strip)
            .toList();
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        throw new NoListException(
            "%s: the first line names columns, and '%s' is none%s; columns are %s"
                .formatted(file, name, Suggestion.of(name, COLUMNS), String.join(", ", COLUMNS)));
      }
    }
    if (!names.containsAll(REQUIRED)) {
      throw new NoListException("%s: the columns plate and country are needed".formatted(file));
    }
    return CsvSchema.builder()
        .addColumns(names, CsvSchema.ColumnType.STRING)
        .setSkipFirstDataRow(true)
        .setColumnSeparator(separator)
        .build();
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
