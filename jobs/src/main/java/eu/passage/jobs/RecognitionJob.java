package eu.passage.jobs;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.recognition.flink.Recognition;
import eu.passage.recognition.flink.RecognitionStreams;
import eu.passage.schemas.Topic;
import java.time.Instant;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Frames to observations. Stateless: everything is in the frame. */
public final class RecognitionJob {

  /** In the web UI, in consumer groups and in transactional ids. */
  public static final String NAME = "recognition";

  private RecognitionJob() {}

  /** For {@code flink run}: takes {@code --config FILE}. */
  public static void main(String[] args) throws Exception {
    JobRunner.run(NAME, RecognitionJob::build, ConfigOption.parse(args).read());
  }

  /** Adds the job to an environment. */
  public static void build(StreamExecutionEnvironment env, PassageConfig config) {
    JobEnvironment.configure(env, config.flink());
    KafkaTopics topics = new KafkaTopics(env, config, NAME);
    KafkaTopics.Read<Frame> frames =
        topics.events(Topic.FRAMES, Frame.class, RecognitionJob::eventTime);
    RecognitionStreams recognised =
        Recognition.recognise(frames.records(), config.recognition().settings(config.catalogue()));
    topics.write(recognised.observations(), Topic.OBSERVATIONS, Observation.class);
    topics.write(
        frames.refused().union(recognised.deadLetters()), Topic.DEAD_LETTERS, DeadLetter.class);
  }

  /** A camera's clock that is ahead must not carry the watermark away before it is refused. */
  private static Instant eventTime(Frame frame) {
    return frame.getCapturedAt().isBefore(frame.getReceivedAt())
        ? frame.getCapturedAt()
        : frame.getReceivedAt();
  }
}
