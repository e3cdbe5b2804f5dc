package eu.passage.jobs.backtest.input;

import eu.passage.avro.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts the records of a topic that cannot be decoded. */
final class NoteUnreadable implements Sink<DeadLetter> {

  private static final long serialVersionUID = 1L;

  private final Handover<ReadLedger> ledger;

  NoteUnreadable(Handover<ReadLedger> ledger) {
    this.ledger = ledger;
  }

  @Override
  public SinkWriter<DeadLetter> createWriter(WriterInitContext context) {
    int part = context.getTaskInfo().getIndexOfThisSubtask();
    return new SinkWriter<>() {
      @Override
      public void write(DeadLetter letter, Context ignored) {
        RangeReport report = new RangeReport();
        byte[] text =
            (letter.getOrigin() + ": " + letter.getMessage()).getBytes(StandardCharsets.UTF_8);
        report.refused(Refusal.UNREADABLE, text, 0, text.length);
        ledger.get().read(part, 1, report);
      }

      @Override
      public void flush(boolean endOfInput) {
        // each record is told at once
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }
}
