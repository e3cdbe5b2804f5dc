package eu.passage.jobs;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.TollArchive;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.TollArchiveSettings;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Toll events to a table in PostgreSQL and to Parquet files by day. The topic is the truth: the job
 * takes only what is committed there, so what it brings again after a crash is the same.
 */
public final class TollArchiveJob {

  /** In the web UI, in consumer groups and in transactional ids. */
  public static final String NAME = "toll-archive";

  private TollArchiveJob() {}

  /** For {@code flink run}: takes {@code --config FILE}. */
  public static void main(String[] args) throws Exception {
    JobRunner.run(NAME, TollArchiveJob::build, ConfigOption.parse(args).read());
  }

  /**
   * Adds the job to an environment.
   *
   * @throws ConfigException when the configuration names no copy
   */
  public static void build(StreamExecutionEnvironment env, PassageConfig config) {
    TollArchiveSettings settings = config.tollArchive();
    if (!settings.isWanted()) {
      throw new ConfigException(
          "tollArchive: there is nowhere to archive to; write database (url, user, password), files, or both");
    }
    JobEnvironment.configure(env, config.flink());
    env.enableCheckpointing(settings.checkpointInterval().toMillis());
    // while the database is away no checkpoint can be made, and that must not end the job
    env.getCheckpointConfig().setTolerableCheckpointFailureNumber(Integer.MAX_VALUE);
    KafkaTopics topics = new KafkaTopics(env, config, NAME);
    KafkaTopics.Read<TollEvent> events = topics.whole(Topic.TOLL_EVENTS, TollEvent.class);
    // in a transaction, which the broker ends when the database is away for too long, they were
    // lost
    topics.writeAtLeastOnce(
        TollArchive.keep(events.records(), events.refused(), settings),
        Topic.DEAD_LETTERS,
        DeadLetter.class);
  }
}
