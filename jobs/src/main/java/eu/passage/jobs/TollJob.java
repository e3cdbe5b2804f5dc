package eu.passage.jobs;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.TollStreams;
import eu.passage.cep.Tolls;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Trucks at charging points to toll events and control events. A job of its own, with rights of its
 * own.
 */
public final class TollJob {

  /** In the web UI, in consumer groups and in transactional ids. */
  public static final String NAME = "tolls";

  private TollJob() {}

  /** For {@code flink run}: takes {@code --config FILE}. */
  public static void main(String[] args) throws Exception {
    JobRunner.run(NAME, TollJob::build, ConfigOption.parse(args).read());
  }

  /** Adds the job to an environment. */
  public static void build(StreamExecutionEnvironment env, PassageConfig config) {
    JobEnvironment.configure(env, config.tolls().flink(config.flink()));
    KafkaTopics topics = new KafkaTopics(env, config, NAME);
    KafkaTopics.Read<TruckPassage> trucks =
        topics.events(Topic.TRUCK_PASSAGES, TruckPassage.class, TruckPassage::getAt);
    KafkaTopics.Read<TollEvent> corrections =
        topics.events(Topic.TOLL_CORRECTIONS, TollEvent.class, TollEvent::getAt);
    TollStreams charged =
        Tolls.charge(
            trucks.records(),
            corrections.records(),
            config.catalogue(),
            config.tolls().settings(),
            config.tolls().controls(config.catalogue()));
    topics.write(charged.events(), Topic.TOLL_EVENTS, TollEvent.class);
    topics.write(charged.controls(), Topic.CONTROL_EVENTS, ControlEvent.class);
    topics.write(
        trucks.refused().union(corrections.refused(), charged.deadLetters()),
        Topic.DEAD_LETTERS,
        DeadLetter.class);
  }
}
