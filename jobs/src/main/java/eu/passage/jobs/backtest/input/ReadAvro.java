package eu.passage.jobs.backtest.input;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Numbers of parts of Avro object container files to the passages in them. */
final class ReadAvro implements FlatMapFunction<Long, PassageFacts> {

  private static final long serialVersionUID = 1L;

  private final List<String> files;
  private final List<FileRange> ranges;
  private final CameraCatalogue cameras;
  private final Handover<ReadLedger> ledger;

  ReadAvro(
      List<String> files,
      List<FileRange> ranges,
      CameraCatalogue cameras,
      Handover<ReadLedger> ledger) {
    this.files = files;
    this.ranges = ranges;
    this.cameras = cameras;
    this.ledger = ledger;
  }

  @Override
  public void flatMap(Long part, Collector<PassageFacts> out) throws IOException {
    FileRange range = ranges.get(part.intValue());
    String file = files.get(range.file());
    RangeReport report = new RangeReport();
    try (DataFileReader<Passage> records =
        new DataFileReader<>(new File(file), new SpecificDatumReader<>(Passage.class))) {
      // blocks begin at sync marks: each belongs to the part in which its mark lies
      records.sync(range.begin());
      while (records.hasNext() && !records.pastSync(range.end())) {
        AvroPassages.read(records.next(), cameras, report, out);
      }
    } catch (AvroRuntimeException e) {
      throw new IOException(
          "%s is damaged after record %d of the part at byte %d: %s"
              .formatted(file, report.lines(), range.begin(), e.getMessage()),
          e);
    }
    ledger.get().read(part.intValue(), range.length(), report);
  }
}
