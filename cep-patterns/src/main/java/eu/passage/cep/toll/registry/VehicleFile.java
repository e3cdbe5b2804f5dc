package eu.passage.cep.toll.registry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.schemas.text.Suggestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of vehicles: CSV in UTF-8, whose first line names the columns {@code plate, country,
 * euroClass, co2Class, maximumMassKg, axles, uses} in any order; the first two must be there.
 * Separated by commas, or by semicolons as spreadsheets write it. A cell may be empty where a fact
 * is not known. One vehicle has one row. A file with a fault is not used at all.
 */
public final class VehicleFile {

  private static final int TOLD = 20;
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  private final Path file;
  private final List<FileFault> faults = new ArrayList<>();
  private long count;

  private VehicleFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file through.
   *
   * @throws FaultyFileException with what is wrong, and where
   * @throws IOException where there is no file that can be read
   */
  static VehicleTable read(Path file) throws FaultyFileException, IOException {
    return new VehicleFile(file).table();
  }

  /**
   * Reads a file through, to see whether it can be used.
   *
   * @return how many vehicles it has
   * @throws FaultyFileException with what is wrong, and where
   * @throws IOException where there is no file that can be read
   */
  public static int check(Path file) throws FaultyFileException, IOException {
    return read(file).vehicles();
  }

  private VehicleTable table() throws FaultyFileException, IOException {
    Filling filling = new Filling();
    try (BufferedReader text = open();
        CsvParser cells = CSV.createParser(text)) {
      cells.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator()));
      cells.nextToken(); // the file begins
      cells.nextToken(); // its first line
      rows(cells, columns(cells), filling);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      fault(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage());
    } catch (CharacterCodingException e) {
      fault(1, 1, "not UTF-8; save it as UTF-8");
    }
    if (count > 0) {
      throw new FaultyFileException(file, faults, count);
    }
    return filling.table();
  }

  /** The columns that the first line names. */
  private List<VehicleColumn> columns(CsvParser cells) throws IOException {
    List<VehicleColumn> columns = new ArrayList<>();
    while (cells.nextToken() == JsonToken.VALUE_STRING) {
      String name = cells.getText();
      Optional<VehicleColumn> named = VehicleColumn.named(name);
      if (named.isEmpty()) {
        fault(
            cells,
            "the first line names columns, and '%s' is none%s; columns are %s"
                .formatted(
                    FactException.shown(name),
                    Suggestion.of(name, VehicleColumn.TITLES),
                    String.join(", ", VehicleColumn.TITLES)));
        continue;
      }
      VehicleColumn column = named.get();
      if (columns.contains(column)) {
        fault(cells, "the column %s is named before; name it once".formatted(name));
      }
      columns.add(column);
    }
    if (count == 0 && !columns.containsAll(List.of(VehicleColumn.PLATE, VehicleColumn.COUNTRY))) {
      fault(
          1,
          1,
          "the first line must name the columns plate and country, and may name %s"
              .formatted(String.join(", ", VehicleColumn.TITLES.subList(2, 7))));
    }
    return columns;
  }

  private void rows(CsvParser cells, List<VehicleColumn> columns, Filling filling)
      throws IOException {
    if (count > 0) {
      return; // without its columns no cell can be told
    }
    VehicleRow row = new VehicleRow();
    while (cells.nextToken() == JsonToken.START_ARRAY) {
      int line = row(cells, columns, row);
      if (line == 0) {
        continue;
      }
      try {
        if (!filling.add(row.vehicle(), row.facts())) {
          fault(line, 1, "a second row for this vehicle; write one for each");
        }
      } catch (FactException e) {
        fault(line, 1, e.says());
      }
    }
  }

  /** Fills a row; its line, or 0 where it has a fault. */
  private int row(CsvParser cells, List<VehicleColumn> columns, VehicleRow row) throws IOException {
    row.clear();
    long before = count;
    int line = 0;
    int place = 0;
    while (cells.nextToken() == JsonToken.VALUE_STRING) {
      line = line == 0 ? cells.currentTokenLocation().getLineNr() : line;
      if (place < columns.size()) {
        VehicleColumn column = columns.get(place);
        try {
          row.put(column, cells.getText());
        } catch (FactException e) {
          fault(cells, column.title() + ": " + e.says());
        }
      }
      place++;
    }
    if (place != columns.size()) {
      fault(
          line,
          1,
          "%d cells, where the first line names %d columns; write as many"
              .formatted(place, columns.size()));
    }
    return count == before ? line : 0;
  }

  /** Behind the mark that spreadsheets put in front. */
  private BufferedReader open() throws IOException {
    BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private char separator() throws IOException {
    try (BufferedReader text = open()) {
      return String.valueOf(text.readLine()).indexOf(';') >= 0 ? ';' : ',';
    }
  }

  private void fault(CsvParser cells, String says) {
    JsonLocation at = cells.currentTokenLocation();
    fault(at.getLineNr(), at.getColumnNr(), says);
  }

  private void fault(int line, int column, String says) {
    count++;
    if (faults.size() < TOLD) {
      faults.add(new FileFault(Math.max(1, line), Math.max(1, column), says));
    }
  }

  /** A table as it grows. */
  private static final class Filling {

    private final PackedFacts facts = new PackedFacts();
    private final LongTable packed = new LongTable();
    private final Map<VehicleId, Long> others = new HashMap<>();

    /** False where the vehicle is there already. */
    boolean add(VehicleId vehicle, VehicleFacts says) throws FactException {
      long number = vehicle.packed();
      long value = facts.pack(says);
      return number == 0
          ? others.putIfAbsent(vehicle, value) == null
          : packed.putIfAbsent(number, value);
    }

    VehicleTable table() {
      packed.trim();
      return new VehicleTable(facts, packed, others);
    }
  }
}
