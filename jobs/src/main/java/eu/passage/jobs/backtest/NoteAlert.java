package eu.passage.jobs.backtest;

import eu.passage.cep.RuleAlert;
import eu.passage.jobs.backtest.input.Handover;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Writes alerts into the book; all have one key, so that they come sorted by time. */
final class NoteAlert extends KeyedProcessFunction<Integer, RuleAlert, Integer> {

  private static final long serialVersionUID = 1L;

  private final Handover<AlertBook> book;

  NoteAlert(Handover<AlertBook> book) {
    this.book = book;
  }

  @Override
  public void processElement(RuleAlert alert, Context context, Collector<Integer> out) {
    book.get().add(alert);
  }
}
