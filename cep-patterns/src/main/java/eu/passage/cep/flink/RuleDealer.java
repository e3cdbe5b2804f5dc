package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.Collector;

/**
 * Deals a rule to every key group, so that each subtask of the keyed operator after it gets one
 * whatever its parallelism, on the same channel as the passages. That is a broadcast without a
 * second input.
 */
final class RuleDealer extends RichFlatMapFunction<RuleSource, DetectionInput> {

  private static final long serialVersionUID = 1L;

  private transient long[] keys;

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
  public void flatMap(RuleSource rule, Collector<DetectionInput> out) {
    for (long key : keys) {
      out.collect(new DetectionInput.OfRule(key, rule));
    }
  }
}
