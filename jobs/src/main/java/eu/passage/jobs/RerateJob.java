package eu.passage.jobs;

import eu.passage.avro.TollEvent;
import eu.passage.cep.RerateStreams;
import eu.passage.cep.Tolls;
import eu.passage.cep.toll.rerate.RerateLine;
import eu.passage.cep.toll.rerate.RerateSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.jobs.tolls.rerate.RerateCommand;
import eu.passage.schemas.Topic;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/**
 * Rates stored toll events again by other tariffs, and asks the toll job for the corrections. It
 * ends when all is read: a job in batch, where one vehicle after the other is looked at.
 */
public final class RerateJob {

  /** In the web UI and in transactional ids. */
  public static final String NAME = "rerate";

  private RerateJob() {}

  /** For {@code flink run}: takes the options of {@code passage tolls rerate}. */
  public static void main(String[] args) {
    int status = new CommandLine(RerateCommand.onACluster()).execute(args);
    if (status != 0) {
      // flink run tells only by an exception that something was not as it should be
      throw new IllegalStateException("it ended with exit status " + status);
    }
  }

  /**
   * Adds the job to an environment.
   *
   * @param events all that is stored of the vehicles concerned
   * @param dryRun nothing is written
   * @return what it changes, added up
   */
  public static DataStream<RerateLine> build(
      StreamExecutionEnvironment env,
      PassageConfig config,
      DataStream<TollEvent> events,
      RerateSettings settings,
      boolean dryRun) {
    configure(env);
    RerateStreams rerated = Tolls.rerate(events, settings);
    if (!dryRun) {
      new KafkaTopics(env, config, NAME)
          .write(rerated.corrections(), Topic.TOLL_CORRECTIONS, TollEvent.class);
    }
    return rerated.lines();
  }

  private static void configure(StreamExecutionEnvironment env) {
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    Configuration more = new Configuration();
    more.set(PipelineOptions.GENERIC_TYPES, false);
    more.set(PipelineOptions.OBJECT_REUSE, true);
    env.configure(more);
  }
}
