package eu.passage.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.jobs.config.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.application.WebSubmissionJobClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobRunnerTest {

  private final List<String> submitted = new ArrayList<>();

  /** As a JobManager that was given the jar by REST: it takes the job and cannot wait for it. */
  private final class Submitting extends StreamExecutionEnvironment {

    Submitting(boolean attached) {
      super(new Configuration().set(DeploymentOptions.ATTACHED, attached));
      initializeContextEnvironment(ignored -> this);
    }

    @Override
    public JobClient executeAsync(StreamGraph graph) {
      submitted.add(graph.getJobName());
      return new WebSubmissionJobClient(new JobID());
    }

    static void forget() {
      resetContextEnvironment();
    }
  }

  @AfterEach
  void forget() {
    Submitting.forget();
  }

  @Test
  void whoSubmitsByRestOrDetachedDoesNotWait() throws Exception {
    StreamExecutionEnvironment env = new Submitting(false);
    run();
    assertThat(submitted).containsExactly("toll job");
    assertThat(env.getConfiguration().get(DeploymentOptions.ATTACHED)).isFalse();
  }

  @Test
  void whoSubmitsAttachedWaits() {
    new Submitting(true);
    assertThatThrownBy(JobRunnerTest::run).hasMessageContaining("cannot be fetched");
    assertThat(submitted).containsExactly("toll job");
  }

  private static void run() throws Exception {
    JobRunner.run(
        "toll job", (env, config) -> env.fromSequence(1, 1).print(), ConfigFile.defaults());
  }
}
