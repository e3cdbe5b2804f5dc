package eu.passage.jobs.backtest.input;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Numbers of parts to the passages in them. */
final class ReadCsv implements FlatMapFunction<Long, PassageFacts> {

  private static final long serialVersionUID = 1L;

  private final List<String> files;
  private final List<CsvHeader> headers;
  private final List<FileRange> ranges;
  private final CameraCatalogue cameras;
  private final Handover<ReadLedger> ledger;

  ReadCsv(
      List<String> files,
      List<CsvHeader> headers,
      List<FileRange> ranges,
      CameraCatalogue cameras,
      Handover<ReadLedger> ledger) {
    this.files = files;
    this.headers = headers;
    this.ranges = ranges;
    this.cameras = cameras;
    this.ledger = ledger;
  }

  @Override
  public void flatMap(Long part, Collector<PassageFacts> out) throws IOException {
    FileRange range = ranges.get(part.intValue());
    RangeReport report = new RangeReport();
    CsvPassages passages = new CsvPassages(headers.get(range.file()), cameras);
    try (LineReader lines =
        new LineReader(Path.of(files.get(range.file())), range.begin(), range.end())) {
      if (range.begin() == 0 && lines.next()) {
        report.skipped(); // the header
      }
      while (lines.next()) {
        read(lines, passages, report, out);
      }
    }
    ledger.get().read(part.intValue(), range.length(), report);
  }

  private static void read(
      LineReader lines, CsvPassages passages, RangeReport report, Collector<PassageFacts> out) {
    if (lines.lineStart() == lines.lineEnd() && !lines.overlong()) {
      report.skipped();
      return;
    }
    PassageFacts facts;
    try {
      if (lines.overlong()) {
        throw Refusal.TOO_LONG.exception();
      }
      facts = passages.parse(lines.buffer(), lines.lineStart(), lines.lineEnd());
    } catch (RefusedException e) {
      report.refused(e.refusal(), lines.buffer(), lines.lineStart(), lines.lineEnd());
      return;
    }
    report.passage(facts.at());
    out.collect(facts);
  }
}
