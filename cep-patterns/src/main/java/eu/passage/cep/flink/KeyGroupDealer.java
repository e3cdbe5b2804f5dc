package eu.passage.cep.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.Collector;

/**
 * Deals a record to every key group, so that each subtask of the keyed operator after it gets one
 * whatever its parallelism, on the same channel as the passages. That is a broadcast without a
 * second input.
 */
abstract class KeyGroupDealer<T> extends RichFlatMapFunction<T, DetectionInput> {

  private static final long serialVersionUID = 1L;

  private transient long[] keys;

  /** What a key group gets. */
  abstract DetectionInput dealt(long key, T record);

  @Override
  public void open(OpenContext context) {
    int groups = getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
    keys = new long[groups];
    boolean[] found = new boolean[groups];
    long key = 0;
    for (int left = groups; left > 0; key++) {
      int group = KeyGroupRangeAssignment.assignToKeyGroup(key, groups);
      if (!found[group]) {
        found[group] = true;
        keys[group] = key;
        left--;
      }
    }
  }

  @Override
  public void flatMap(T record, Collector<DetectionInput> out) {
    for (long key : keys) {
      out.collect(dealt(key, record));
    }
  }
}
