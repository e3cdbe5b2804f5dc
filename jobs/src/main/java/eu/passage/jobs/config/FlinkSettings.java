package eu.passage.jobs.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the jobs run.
 *
 * @param parallelism subtasks of every operator, 1 to 128
 * @param checkpointInterval between checkpoints; what a job writes becomes visible with the next
 *     one, so this bounds the latency from below
 * @param checkpointTimeout after which a checkpoint is given up
 * @param checkpointDirectory where checkpoints are kept; null: as the cluster is configured
 * @param stateBackend where state lives while a job runs; null: as the cluster is configured
 */
public record FlinkSettings(
    int parallelism,
    Duration checkpointInterval,
    Duration checkpointTimeout,
    @Nullable URI checkpointDirectory,
    @Nullable StateBackend stateBackend) {

  /**
   * The number of key groups, fixed: state can be moved to any parallelism up to this and never
   * beyond.
   */
  public static final int MAX_PARALLELISM = 128;

  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  /** Where state lives while a job runs. */
  public enum StateBackend {
    /** On the heap: fast, bounded by memory. */
    HASHMAP,
    /** In RocksDB on the local disk: as large as the disk. */
    ROCKSDB
  }

  public FlinkSettings {
    InvalidValueException.require(
        parallelism >= 1 && parallelism <= MAX_PARALLELISM,
        "parallelism",
        parallelism,
        "a number from 1 to " + MAX_PARALLELISM);
    InvalidValueException.require(
        checkpointInterval.compareTo(SHORTEST_INTERVAL) >= 0,
        "checkpointInterval",
        checkpointInterval,
        "10ms or more");
    InvalidValueException.require(
        checkpointTimeout.compareTo(checkpointInterval) >= 0,
        "checkpointTimeout",
        checkpointTimeout,
        "at least the checkpointInterval");
  }

  /** The same for a job with a load of its own. */
  public FlinkSettings with(int otherParallelism, Duration otherInterval) {
    return new FlinkSettings(
        otherParallelism, otherInterval, checkpointTimeout, checkpointDirectory, stateBackend);
  }
}
