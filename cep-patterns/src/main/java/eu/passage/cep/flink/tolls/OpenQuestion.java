package eu.passage.cep.flink.tolls;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.util.function.RunnableWithException;

/** Whether the registry was asked about the current vehicle and has not answered yet. */
final class OpenQuestion {

  /** How often it did not answer in time, and when to look again (the machine's clock). */
  private final ValueStateDescriptor<Tuple2<Integer, Long>> descriptor =
      new ValueStateDescriptor<>("question", Types.TUPLE(Types.INT, Types.LONG));

  // No time-to-live: its timer ends it
  private final ValueState<Tuple2<Integer, Long>> state;

  OpenQuestion(RuntimeContext context) {
    state = context.getState(descriptor);
  }

  boolean isOpen() throws Exception {
    return state.value() != null;
  }

  /** Whether nobody waits for the answer any more. */
  boolean isLate() throws Exception {
    return isOpen() && unanswered() > 0;
  }

  /** How often it was asked in vain. */
  int unanswered() throws Exception {
    Tuple2<Integer, Long> open = state.value();
    return open == null ? 0 : open.f0;
  }

  /** Whether a timer is the one that was set last. */
  boolean isDue(long timer) throws Exception {
    Tuple2<Integer, Long> open = state.value();
    return open != null && open.f1 == timer;
  }

  void open(int unanswered, long lookAt) throws Exception {
    state.update(Tuple2.of(unanswered, lookAt));
  }

  void close() {
    state.clear();
  }

  /** Each vehicle with an open question in turn is the current one. */
  void eachOpen(KeyedStateBackend<String> backend, RunnableWithException look) throws Exception {
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        descriptor,
        (vehicle, open) -> look.run());
  }
}
