package eu.passage.jobs.cli;

import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.JobRunner;
import eu.passage.jobs.RecognitionJob;
import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import java.util.function.BiConsumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage run JOB}: a job against a Kafka of one's own, until Ctrl-C. */
@Command(
    name = "run",
    description = {
      "Runs a job against a Kafka and a registry of one's own, in this process.",
      "On a cluster: flink run -c eu.passage.jobs.RecognitionJob (DetectionJob, TollJob, TollArchiveJob, RerateJob) JAR --config FILE"
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which job: recognition, detection, tolls or toll-archive?");
  }

  @Command(
      name = RecognitionJob.NAME,
      description = "Topic frames to topic observations.",
      mixinStandardHelpOptions = true)
  int recognition(@Mixin ConfigOption config) throws Exception {
    return run(RecognitionJob.NAME, RecognitionJob::build, config.read());
  }

  @Command(
      name = DetectionJob.NAME,
      description = "Topics observations and watchlist to passages, alerts and truck-passages.",
      mixinStandardHelpOptions = true)
  int detection(@Mixin ConfigOption config) throws Exception {
    return run(DetectionJob.NAME, DetectionJob::build, config.read());
  }

  @Command(
      name = TollJob.NAME,
      description = "Topic truck-passages to topics toll-events and control-events.",
      mixinStandardHelpOptions = true)
  int tolls(@Mixin ConfigOption config) throws Exception {
    return run(TollJob.NAME, TollJob::build, config.read());
  }

  @Command(
      name = TollArchiveJob.NAME,
      description = "Topic toll-events to a table in PostgreSQL and to Parquet files by day.",
      mixinStandardHelpOptions = true)
  int tollArchive(@Mixin ConfigOption config) throws Exception {
    return run(TollArchiveJob.NAME, TollArchiveJob::build, config.read());
  }

  private int run(
      String name,
      BiConsumer<StreamExecutionEnvironment, PassageConfig> build,
      PassageConfig config)
      throws Exception {
    spec.commandLine()
        .getErr()
        .printf(
            "%s runs against %s and %s until Ctrl-C; warnings go to %s%n",
            name, config.kafka().bootstrapServers(), config.registry().url(), LogFile.path());
    JobRunner.run(name, build, config);
    return ExitCode.OK;
  }
}
