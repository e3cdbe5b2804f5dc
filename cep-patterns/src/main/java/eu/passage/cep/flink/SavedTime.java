package eu.passage.cep.flink;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/** How far event time had come before a restart: Flink begins anew, and waits for a watermark. */
final class SavedTime {

  private final ListState<Long> state;
  private final long restored;

  SavedTime(OperatorStateStore store) throws Exception {
    state = store.getUnionListState(new ListStateDescriptor<>("event-time", Types.LONG));
    long earliest = Long.MAX_VALUE;
    for (long time : state.get()) {
      earliest = Math.min(earliest, time);
    }
    restored = earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
  }

  /** What every subtask had come to; the lowest number where nothing is known. */
  long restored() {
    return restored;
  }

  void save(long eventTime) throws Exception {
    state.update(List.of(eventTime));
  }
}
