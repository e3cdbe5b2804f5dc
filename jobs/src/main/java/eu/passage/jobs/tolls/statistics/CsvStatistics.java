package eu.passage.jobs.tolls.statistics;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.passage.avro.VehicleType;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day's statistics as CSV, a line for each cell. {@code kind}: {@code truck}, passages of trucks
 * at charging points, or {@code traffic}, all vehicles that the cameras counted; a truck is in
 * both.
 */
final class CsvStatistics {

  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "point",
          "road",
          "latitude",
          "longitude",
          "way",
          "from",
          "until",
          "type",
          "axles",
          "fromTonnes",
          "untilTonnes",
          "vehicles");

  private final Publisher publisher;
  private final SequenceWriter out;

  private CsvStatistics(Publisher publisher, SequenceWriter out) {
    this.publisher = publisher;
    this.out = out;
  }

  static void write(DayStatistics day, Publisher publisher, Writer out) throws IOException {
    CsvSchema schema =
        CsvSchema.builder()
            .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
            .setUseHeader(true)
            .build();
    CsvMapper mapper = new CsvMapper();
    mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter rows = mapper.writer(schema).writeValues(out)) {
      new CsvStatistics(publisher, rows).write(day);
    }
  }

  private void write(DayStatistics day) throws IOException {
    for (Map.Entry<TruckCell, Long> entry : day.trucks().passages().entrySet()) {
      TruckCell cell = entry.getKey();
      Integer tonnes = cell.tonnes();
      row(
          "truck",
          cell.point(),
          cell.way(),
          cell.when(),
          VehicleType.TRUCK,
          cell.axles(),
          tonnes,
          tonnes == null ? null : tonnes + TruckCell.BAND_TONNES,
          entry.getValue());
    }
    for (Map.Entry<FlowCell, Long> entry : day.flow().passages().entrySet()) {
      FlowCell cell = entry.getKey();
      row(
          "traffic",
          cell.point(),
          null,
          cell.when(),
          cell.type(),
          null,
          null,
          null,
          entry.getValue());
    }
  }

  private void row(
      String kind,
      String point,
      @Nullable String way,
      Span when,
      VehicleType type,
      @Nullable Integer axles,
      @Nullable Integer fromTonnes,
      @Nullable Integer untilTonnes,
      long vehicles)
      throws IOException {
    Site site = publisher.sites().get(point);
    out.write(
        Arrays.asList(
                kind,
                point,
                site == null ? null : site.road(),
                site == null ? null : site.latitude(),
                site == null ? null : site.longitude(),
                way,
                when.from(),
                when.until(),
                type,
                axles,
                fromTonnes,
                untilTonnes,
                vehicles)
            .stream()
            .map(value -> value == null ? "" : value.toString())
            .toList());
  }
}
