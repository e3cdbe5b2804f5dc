package eu.passage.jobs.bench;

import eu.passage.jobs.JobEnvironment;
import eu.passage.jobs.config.FlinkSettings;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One cluster in this process for all jobs, so that none pays for its start. */
public final class BenchCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** No checkpoint comes by itself: it would be paid by the clock, not by the passage. */
  private static final Duration NO_CHECKPOINT = Duration.ofDays(1);

  /** 512 operators of stock flink-cep, an edge to each, ask for 288 MiB. */
  private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(320);

  private final Path directory;
  private final MiniCluster cluster;

  private BenchCluster(Path directory, MiniCluster cluster) {
    this.directory = directory;
    this.cluster = cluster;
  }

  /**
   * Starts it with one slot.
   *
   * @param directory for state and savepoints
   */
  public static BenchCluster start(Path directory) throws Exception {
    return start(directory, 1);
  }

  /**
   * Starts it.
   *
   * @param directory for state and savepoints
   * @param slots how many jobs may run at once
   */
  public static BenchCluster start(Path directory, int slots) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    configuration.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setCommonBindAddress("127.0.0.1")
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new BenchCluster(directory, cluster);
  }

  /** An environment as the jobs have it. */
  public StreamExecutionEnvironment environment(StateBackend backend) {
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(new Configuration());
    JobEnvironment.configure(
        environment,
        new FlinkSettings(
            1, NO_CHECKPOINT, NO_CHECKPOINT, directory.resolve("checkpoints").toUri(), backend));
    return environment;
  }

  /** Starts a job. */
  public JobID submit(StreamExecutionEnvironment environment) {
    return await(cluster.submitJob(environment.getStreamGraph().getJobGraph())).getJobID();
  }

  /** Whether every task runs, or has ended already as that of a short list does. */
  public boolean runs(JobID job) {
    return await(cluster.getJobStatus(job)) == JobStatus.RUNNING
        && StreamSupport.stream(
                await(cluster.getExecutionGraph(job)).getAllExecutionVertices().spliterator(),
                false)
            .allMatch(
                task ->
                    task.getExecutionState() == ExecutionState.RUNNING
                        || task.getExecutionState() == ExecutionState.FINISHED);
  }

  /**
   * Whether it has finished.
   *
   * @throws IllegalStateException when it failed
   */
  public boolean finished(JobID job) {
    JobStatus status = await(cluster.getJobStatus(job));
    if (status == JobStatus.FAILED) {
      var why = await(cluster.requestJobResult(job)).getSerializedThrowable();
      throw new IllegalStateException(
          "a job of the benchmark failed",
          why.map(e -> e.deserializeError(BenchCluster.class.getClassLoader())).orElse(null));
    }
    return status.isGloballyTerminalState();
  }

  /** Ends a job and waits for it. */
  public void cancel(JobID job) {
    await(cluster.cancelJob(job));
    await(cluster.requestJobResult(job));
  }

  /** Takes a savepoint of a running job and says how many bytes it has. */
  public long savepoint(JobID job) throws IOException {
    String place =
        await(
            cluster.triggerSavepoint(
                job,
                directory.resolve("savepoints").toUri().toString(),
                false,
                SavepointFormatType.CANONICAL));
    try (Stream<Path> files = Files.walk(Path.of(java.net.URI.create(place)))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public void close() {
    await(cluster.closeAsync());
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
