package eu.passage.jobs.backtest.input;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.CameraCatalogue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Whole passages to what rules may ask of them; tells how far it is now and then. */
final class ReadRecords extends RichFlatMapFunction<Passage, PassageFacts> {

  private static final long serialVersionUID = 1L;
  private static final int TOLD_EVERY = 10_000;

  private final CameraCatalogue cameras;
  private final Handover<ReadLedger> ledger;
  private transient RangeReport report = new RangeReport();

  ReadRecords(CameraCatalogue cameras, Handover<ReadLedger> ledger) {
    this.cameras = cameras;
    this.ledger = ledger;
  }

  @Override
  public void open(OpenContext context) {
    report = new RangeReport();
  }

  @Override
  public void flatMap(Passage passage, Collector<PassageFacts> out) {
    AvroPassages.read(passage, cameras, report, out);
    if (report.lines() == TOLD_EVERY) {
      tell();
    }
  }

  @Override
  public void close() {
    tell();
  }

  private void tell() {
    ledger
        .get()
        .read(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), report.lines(), report);
    report = new RangeReport();
  }
}
