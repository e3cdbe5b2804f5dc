package eu.passage.jobs.backtest;

import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Replay;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.jobs.backtest.input.Handover;
import eu.passage.jobs.backtest.input.PassageInput;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Passages to alerts in order of time, in this process. Flink sorts: the passages by vehicle and
 * time, the alerts by time, on disk where memory does not suffice. So the job's memory does not
 * grow with the number of either.
 */
final class BacktestJob {

  static final String NAME = "backtest";

  /** What Flink sorts in; more of it is on disk. */
  private static final MemorySize SORTING = MemorySize.ofMebiBytes(512);

  private static final MemorySize EXCHANGING = MemorySize.ofMebiBytes(128);

  private BacktestJob() {}

  /**
   * An environment of this process.
   *
   * @param directory for what does not fit into memory; the caller deletes it
   */
  static StreamExecutionEnvironment environment(int cores, Path directory) {
    Configuration configuration = new Configuration();
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, SORTING);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, EXCHANGING);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, EXCHANGING);
    configuration.set(CoreOptions.TMP_DIRS, directory.toString());
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // as many subtasks as there are cores, however little there is to read
    configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(cores, configuration);
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    return env;
  }

  /** Adds the job. */
  static void build(
      StreamExecutionEnvironment env,
      PassageInput input,
      List<RuleSource> rules,
      DetectionSettings settings,
      Handover<AlertBook> book) {
    DataStream<PassageFacts> passages =
        input
            .open(env, StreamTypes.PASSAGE_FACTS)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<PassageFacts>noWatermarks()
                    .withTimestampAssigner((passage, none) -> passage.at()))
            .name("tell passages' time")
            .uid("tell-passages-time");
    DataStream<RuleAlert> alerts = Replay.replay(passages, rules, settings);
    alerts
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RuleAlert>noWatermarks()
                .withTimestampAssigner((alert, none) -> alert.at()))
        .name("tell alerts' time")
        .uid("tell-alerts-time")
        .keyBy(alert -> 0, Types.INT)
        .process(new NoteAlert(book))
        .returns(Types.INT)
        .name("note alerts")
        .uid("note-alerts")
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>())
        .name("nothing more")
        .uid("nothing-more")
        .setParallelism(1);
  }
}
