package eu.passage.cep.flink;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * The one event-time timer of a key. A timer for each frame or passage would cost more than all
 * else that the operators do; one that fires, looks what is due and sets itself again does not.
 */
final class LazyTimer {

  private final ValueState<Long> due;

  LazyTimer(RuntimeContext context) {
    due = context.getState(new ValueStateDescriptor<>("next-timer", Types.LONG));
  }

  /** Makes sure that the key is woken at this event time or before. */
  void wakeAt(long time, TimerService timers) throws IOException {
    Long current = due.value();
    if (current != null && current <= time) {
      return;
    }
    if (current != null) {
      timers.deleteEventTimeTimer(current);
    }
    timers.registerEventTimeTimer(time);
    due.update(time);
  }

  /** To be called first when it fires. */
  void fired() {
    due.clear();
  }
}
