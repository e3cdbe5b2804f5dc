package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Observation;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.Topic;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Observations in, one dead letter each out, told when the watermark has passed the observation:
 * the smallest job that reads, follows event time and writes.
 */
final class EchoJob {

  private EchoJob() {}

  static void build(StreamExecutionEnvironment env, PassageConfig config) {
    KafkaTopics topics = new KafkaTopics(env, config, "echo");
    KafkaTopics.Read<Observation> observations =
        topics.events(Topic.OBSERVATIONS, Observation.class, Observation::getCapturedAt);
    DataStream<DeadLetter> echoes =
        observations
            .records()
            .keyBy(Observation::getObservationId, Types.STRING)
            .process(new Echo())
            .returns(new AvroTypeInfo<>(DeadLetter.class))
            .name("echo")
            .uid("echo");
    topics.write(echoes.union(observations.refused()), Topic.DEAD_LETTERS, DeadLetter.class);
  }

  private static final class Echo extends KeyedProcessFunction<String, Observation, DeadLetter> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(
        Observation observation, Context context, Collector<DeadLetter> out) {
      context.timerService().registerEventTimeTimer(observation.getCapturedAt().toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DeadLetter> out) {
      out.collect(
          DeadLetter.newBuilder()
              .setDeadLetterId(context.getCurrentKey())
              .setReason(DeadLetterReason.OTHER)
              .setMessage("echo")
              .setStage("echo")
              .setAt(java.time.Instant.ofEpochMilli(timestamp))
              .setOrigin(context.getCurrentKey())
              .build());
    }
  }
}
