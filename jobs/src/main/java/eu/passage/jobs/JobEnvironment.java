package eu.passage.jobs;

import eu.passage.jobs.config.FlinkSettings;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What every job asks of its environment. */
public final class JobEnvironment {

  /** How long a record waits in a buffer for others on its way to the next machine. */
  public static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);

  /**
   * What a subtask keeps, up to this size, travels with the checkpoint's own file and gets none of
   * its own. A file costs tens of milliseconds, now and then hundreds, and everybody who waits for
   * an alert waits for all of them. Much more would fill the coordinator's memory and messages.
   */
  private static final MemorySize INLINE_STATE = MemorySize.parse("256kb");

  private JobEnvironment() {}

  /** Sets parallelism, checkpoints and types; what is left out stays as the cluster has it. */
  public static void configure(StreamExecutionEnvironment env, FlinkSettings settings) {
    env.setParallelism(settings.parallelism());
    env.setMaxParallelism(FlinkSettings.MAX_PARALLELISM);
    env.enableCheckpointing(
        settings.checkpointInterval().toMillis(), CheckpointingMode.EXACTLY_ONCE);
    CheckpointConfig checkpoints = env.getCheckpointConfig();
    checkpoints.setCheckpointTimeout(settings.checkpointTimeout().toMillis());
    // Flink's 100 ms for half-filled buffers would be most of an alert's way
    env.setBufferTimeout(BUFFER_TIMEOUT.toMillis());
    Configuration more = new Configuration();
    // Kryo would break state and checkpoints silently when a class changes
    more.set(PipelineOptions.GENERIC_TYPES, false);
    // Operators do not change what they are given, and a frame is large to copy
    more.set(PipelineOptions.OBJECT_REUSE, true);
    // Of a million watch entries on disk, a checkpoint takes what has changed; the heap gives all
    more.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    more.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, INLINE_STATE);
    if (settings.checkpointDirectory() != null) {
      more.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      more.set(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpointDirectory().toString());
    }
    if (settings.stateBackend() != null) {
      more.set(
          StateBackendOptions.STATE_BACKEND,
          settings.stateBackend().name().toLowerCase(Locale.ROOT));
    }
    env.configure(more);
  }
}
