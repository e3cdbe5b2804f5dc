package eu.passage.jobs.bench.rules;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Drops what comes, and notes how far event time is and when nothing more comes. */
final class End<T> extends AbstractStreamOperator<Long> implements OneInputStreamOperator<T, Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<T> element) {}

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    Turnstile.eventTime(mark.getTimestamp());
  }

  @Override
  public void finish() throws Exception {
    super.finish();
    Turnstile.finished();
  }
}
