package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollChain;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts the events of each charging point, from 1 without a gap. Keyed by charging point. */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class SequenceFunction extends KeyedProcessFunction<String, TollEvent, TollEvent> {

  private static final long serialVersionUID = 1L;

  /** Without a time-to-live: a point that was closed for a year goes on where it stood. */
  private transient ValueState<Long> last;

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("sequence", Types.LONG));
  }

  @Override
  public void processElement(TollEvent event, Context context, Collector<TollEvent> out)
      throws Exception {
    Long before = last.value();
    long sequence = before == null ? 1 : before + 1;
    last.update(sequence);
    out.collect(TollChain.numbered(event, sequence));
  }
}
