package eu.passage.jobs;

import eu.passage.jobs.config.PassageConfig;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job until it ends: on the cluster it was submitted to, else in this process. */
public final class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int SECONDS_TO_STOP = 20;

  private JobRunner() {}

  /**
   * Builds the job and waits for its end; in this process, until the process is told to end. Who
   * submits with {@code flink run -d} or by REST does not wait.
   *
   * @param build adds the job to an environment
   * @throws Exception what made the job fail; a job that was cancelled has not failed
   */
  public static void run(
      String name,
      BiConsumer<StreamExecutionEnvironment, PassageConfig> build,
      PassageConfig config)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    build.accept(env, config);
    JobClient job = env.executeAsync(name);
    if (env instanceof LocalStreamEnvironment) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(job), "stop-" + name));
    } else if (!env.getConfiguration().get(DeploymentOptions.ATTACHED)) {
      return; // a JobManager that is asked by REST cannot wait: it would tell of a failure
    }
    try {
      job.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      if (ExceptionUtils.findThrowable(e, JobCancellationException.class).isEmpty()) {
        throw e;
      }
    }
  }

  /** To end the process while a net is running would crash it: operators are closed first. */
  private static void cancel(JobClient job) {
    if (job.getJobExecutionResult().isDone()) {
      return; // it failed, and its cluster is gone with it
    }
    try {
      job.cancel().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
      job.getJobExecutionResult().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      LOG.debug("the job has ended, as it was told to", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("the job did not stop within {} s", SECONDS_TO_STOP, e);
    }
  }
}
