package eu.passage.jobs.backtest.input;

import eu.passage.schemas.text.Suggestion;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first line of a table: which column is where.
 *
 * @param separator comma, semicolon (as spreadsheets write where the comma is decimal) or tab
 * @param width how many fields every line has
 * @param places for each {@link Column} the field it is in, or -1
 * @param unknown names that are no column, each with what was perhaps meant
 */
record CsvHeader(byte separator, int width, List<Integer> places, List<String> unknown)
    implements Serializable {

  private static final byte[] SEPARATORS = {',', ';', '\t'};
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int MOST_COLUMNS = 256;

  CsvHeader {
    places = List.copyOf(places);
    unknown = List.copyOf(unknown);
  }

  /** Reads the first line of a file. */
  static CsvHeader of(Path file) throws UnusableInputException {
    try (LineReader lines = new LineReader(file, 0, Files.size(file))) {
      if (!lines.next() || lines.overlong()) {
        throw new UnusableInputException(file + ": the first line must name the columns");
      }
      return parse(file, Arrays.copyOfRange(lines.buffer(), lines.lineStart(), lines.lineEnd()));
    } catch (IOException e) {
      throw new UnusableInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (RefusedException e) {
      throw new UnusableInputException(file + ", line 1: " + e.getMessage(), e);
    }
  }

  private static CsvHeader parse(Path file, byte[] line)
      throws RefusedException, UnusableInputException {
    if (line.length > 1 && ((line[0] & 0xff) >= 0xFE && (line[1] & 0xff) >= 0xFE)) {
      throw new UnusableInputException(file + " is in UTF-16; save it as UTF-8");
    }
    boolean marked = Arrays.mismatch(line, UTF_8_MARK) == UTF_8_MARK.length;
    byte separator = separator(line);
    CsvFields fields = new CsvFields(separator, MOST_COLUMNS);
    int width = fields.split(line, marked ? UTF_8_MARK.length : 0, line.length);
    Integer[] places = new Integer[Column.values().length];
    Arrays.fill(places, -1);
    List<String> unknown = new ArrayList<>();
    for (int field = 0; field < Math.min(width, MOST_COLUMNS); field++) {
      String name =
          new String(
              line,
              fields.start(field),
              fields.end(field) - fields.start(field),
              StandardCharsets.UTF_8);
      int column = Column.NAMES.indexOf(name.toLowerCase(Locale.ROOT));
      if (column < 0) {
        unknown.add("'" + name + "'" + Suggestion.of(name, Column.NAMES));
      } else if (places[column] >= 0) {
        throw new UnusableInputException(file + ": two columns are called " + name);
      } else {
        places[column] = field;
      }
    }
    for (Column column : Column.REQUIRED) {
      if (places[column.ordinal()] < 0) {
        throw new UnusableInputException(
            "%s: the first line names no column '%s'; it must name %s, and may name any of %s"
                .formatted(
                    file,
                    column.title(),
                    String.join(", ", Column.REQUIRED.stream().map(Column::title).toList()),
                    String.join(", ", Column.NAMES)));
      }
    }
    return new CsvHeader(separator, width, Arrays.asList(places), unknown);
  }

  /** What stands most often in the line. */
  private static byte separator(byte[] line) {
    int[] counts = new int[SEPARATORS.length];
    for (byte b : line) {
      for (int i = 0; i < SEPARATORS.length; i++) {
        counts[i] += b == SEPARATORS[i] ? 1 : 0;
      }
    }
    int best = 0;
    for (int i = 1; i < SEPARATORS.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS[best];
  }
}
