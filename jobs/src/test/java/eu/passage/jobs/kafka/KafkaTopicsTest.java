package eu.passage.jobs.kafka;

import static eu.passage.jobs.kafka.SampleRecords.START;
import static eu.passage.jobs.kafka.SampleRecords.observation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.avro.Observation;
import eu.passage.jobs.JobEnvironment;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.AvroCodec;
import eu.passage.schemas.wire.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real broker, a real registry and a real cluster, with records that say little. */
class KafkaTopicsTest {

  private LocalPlatform platform;
  private PassageConfig config;
  private JobID job;

  @BeforeEach
  void startTheEchoJob() throws InterruptedException {
    platform = LocalPlatform.start(ConfigFile.defaults(), 2);
    config = platform.config();
    StreamExecutionEnvironment env = platform.cluster().environment();
    JobEnvironment.configure(env, config.flink());
    EchoJob.build(env, config);
    job = platform.cluster().submit(env, "echo");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void partitionsThatStaySilentDoNotHoldBackTheWatermark() throws Exception {
    Duration beyond = config.eventTime().outOfOrderness().multipliedBy(2);

    try (var out = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class);
        var in = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      out.write(observation("first", "EST-1", START));
      out.write(observation("second", "EST-1", START.plus(beyond)));
      out.flush();

      // both, since in silence time goes on with the wall clock
      assertThat(Eventually.read(in, echoes -> echoes.size() >= 2))
          .extracting(DeadLetter::getDeadLetterId)
          .containsExactly("first", "second");
    }
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterWithItsPlaceAndTheJobGoesOn() throws Exception {
    try (var raw = rawProducer();
        var in = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      sendRaw(raw, new byte[] {9, 9, 9});
      sendRaw(raw, new byte[] {0, 0, 0, 3, (byte) 231, 1});
      sendRaw(raw, null);
      sendRaw(raw, truncated(observationBytes()));
      sendRaw(raw, frameBytes());
      sendRaw(raw, new byte[0]);
      publishTwoObservations();

      List<DeadLetter> letters = Eventually.read(in, all -> all.size() >= 7);

      assertThat(letters)
          .filteredOn(letter -> !letter.getStage().equals("echo"))
          .extracting(DeadLetter::getOrigin, DeadLetter::getReason)
          .containsExactlyInAnyOrder(
              tuple(0, DeadLetterReason.MALFORMED_RECORD),
              tuple(1, DeadLetterReason.UNKNOWN_SCHEMA),
              tuple(2, DeadLetterReason.MALFORMED_RECORD),
              tuple(3, DeadLetterReason.MALFORMED_RECORD),
              tuple(4, DeadLetterReason.UNKNOWN_SCHEMA),
              tuple(5, DeadLetterReason.MALFORMED_RECORD));
      assertThat(letters)
          .filteredOn(letter -> letter.getOrigin().equals("observations-0@0"))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.getStage()).isEqualTo("read observations");
                assertThat(letter.getSample()).isEqualTo(ByteBuffer.wrap(new byte[] {9, 9, 9}));
                assertThat(letter.getMessage()).isNotBlank();
              });
      assertThat(platform.cluster().status(job)).isEqualTo(JobStatus.RUNNING);
    }
  }

  @Test
  void aLostTaskManagerLosesNothingAndRepeatsNothing() throws Exception {
    int count = 2000;
    Set<String> expected = new TreeSet<>();

    try (var out = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class);
        var in = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      for (int i = 0; i < count; i++) {
        out.write(observation("o-" + i, "EST-" + (i % 3 + 1), START.plusSeconds(i)));
        expected.add("o-" + i);
      }
      out.flush();
      List<DeadLetter> before = Eventually.read(in, all -> all.size() > count / 10);
      for (int i = count; i < 2 * count; i++) {
        out.write(observation("o-" + i, "EST-" + (i % 3 + 1), START.plusSeconds(i)));
        expected.add("o-" + i);
      }
      out.flush();

      platform.cluster().replaceTaskManager();

      List<DeadLetter> after =
          Eventually.read(in, all -> all.size() + before.size() >= expected.size());
      after.addAll(in.poll(Duration.ofSeconds(2)));
      after.addAll(before);
      assertThat(after)
          .extracting(DeadLetter::getDeadLetterId)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private void publishTwoObservations() throws Exception {
    Duration beyond = config.eventTime().outOfOrderness().multipliedBy(2);
    try (var out = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      out.write(observation("first", "EST-1", START));
      out.write(observation("second", "EST-1", START.plus(beyond)));
    }
  }

  private static Tuple tuple(long offset, DeadLetterReason reason) {
    return Tuple.tuple("observations-0@" + offset, reason);
  }

  private KafkaProducer<byte[], byte[]> rawProducer() {
    return new KafkaProducer<>(
        config.kafka().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void sendRaw(KafkaProducer<byte[], byte[]> producer, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>("observations", 0, null, value)).get();
  }

  private byte[] observationBytes() throws Exception {
    return codec(Observation.class, Topic.OBSERVATIONS).encode(observation("cut", "EST-1", START));
  }

  private byte[] frameBytes() throws Exception {
    Frame frame =
        Frame.newBuilder()
            .setFrameId("f")
            .setCameraId("EST-1")
            .setCapturedAt(START)
            .setReceivedAt(START)
            .setSource("test")
            .setImage(
                Image.newBuilder()
                    .setSha256("0".repeat(64))
                    .setContentType("image/jpeg")
                    .setUri("file:///nowhere.jpg")
                    .build())
            .build();
    return codec(Frame.class, Topic.FRAMES).encode(frame);
  }

  private <T extends SpecificRecordBase> AvroCodec<T> codec(Class<T> type, Topic topic) {
    return new AvroCodec<>(
        type, topic.subject(), new SchemaRegistryClient(config.registry().url()));
  }

  private static byte[] truncated(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length - 3);
  }
}
