package eu.passage.jobs.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this process: one TaskManager, the web UI on a free port, state on the heap,
 * checkpoints in a directory.
 */
public final class LocalCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOST = "127.0.0.1";

  private final Configuration configuration;
  private final MiniCluster cluster;

  private LocalCluster(Configuration configuration, MiniCluster cluster) {
    this.configuration = configuration;
    this.cluster = cluster;
  }

  /**
   * @param directory for checkpoints and temporary files; the caller deletes it after {@link
   *     #close}
   * @param slots of its TaskManager: each job takes as many as its parallelism
   */
  static LocalCluster start(Path directory, int slots) {
    Configuration configuration = configuration(directory);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setCommonBindAddress(HOST)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw new IllegalStateException("the Flink cluster in process cannot start", e);
    }
    return new LocalCluster(configuration, cluster);
  }

  /** An environment whose jobs {@link #submit} takes. */
  public StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  /** Starts what was built in the environment. */
  public JobID submit(StreamExecutionEnvironment environment, String name) {
    var graph = environment.getStreamGraph();
    graph.setJobName(name);
    return await(cluster.submitJob(graph.getJobGraph())).getJobID();
  }

  /** Ends a job when all that it has read is through: what it wrote is then complete. */
  public void drain(JobID job) {
    String directory = configuration.get(CoreOptions.TMP_DIRS) + "/savepoints";
    await(cluster.stopWithSavepoint(job, directory, true, SavepointFormatType.NATIVE));
    await(cluster.requestJobResult(job));
  }

  /** Where a job stands. */
  public JobStatus status(JobID job) {
    return await(cluster.getJobStatus(job));
  }

  /**
   * Loses the TaskManager at once, as by a power cut, and brings up another: the jobs restart from
   * their last checkpoint.
   */
  public void replaceTaskManager() {
    loseTaskManager();
    startTaskManager();
  }

  /** Loses the TaskManager at once; the jobs are down until there is another. */
  public void loseTaskManager() {
    await(cluster.terminateTaskManager(0));
  }

  /** Brings up another TaskManager. */
  public void startTaskManager() {
    try {
      cluster.startTaskManager();
    } catch (Exception e) {
      throw new IllegalStateException("the TaskManager cannot start", e);
    }
  }

  /** The web UI. */
  public URI webUi() {
    return await(cluster.getRestAddress());
  }

  /** Cancels what runs, waits until it has ended, and stops. */
  @Override
  public void close() {
    try {
      List<JobID> running =
          await(cluster.listJobs()).stream()
              .filter(job -> !job.getJobState().isGloballyTerminalState())
              .map(JobStatusMessage::getJobId)
              .toList();
      running.forEach(job -> await(cluster.cancelJob(job)));
      running.forEach(job -> await(cluster.requestJobResult(job)));
    } finally {
      await(cluster.closeAsync());
    }
  }

  private static Configuration configuration(Path directory) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.ADDRESS, HOST);
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    return configuration;
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the Flink cluster answered", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the Flink cluster: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the Flink cluster gave no answer in " + PATIENCE, e);
    }
  }
}
