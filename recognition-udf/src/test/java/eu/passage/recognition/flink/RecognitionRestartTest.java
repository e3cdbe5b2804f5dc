package eu.passage.recognition.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.recognition.Samples;
import eu.passage.recognition.model.ModelSet;
import eu.passage.recognition.model.SharedModels;
import java.awt.Color;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One TaskManager with two slots, in this JVM: natives are loaded once and models come and go. */
class RecognitionRestartTest {

  private static final int SLOTS = 2;
  private static final int FRAMES = 40;
  private static final int SECONDS = 120;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SLOTS)
              .build());

  /** Of the job that runs; Flink makes copies of its functions. */
  private static volatile CountDownLatch observed = new CountDownLatch(FRAMES);

  @Test
  void aJobCanBeStoppedAmidFramesAndStartedAgainTwiceInOneTaskManager() throws Exception {
    ModelSet before = modelsNow();
    for (int start = 0; start < 3; start++) {
      observed = new CountDownLatch(FRAMES);
      JobClient job = submit();
      assertThat(observed.await(SECONDS, TimeUnit.SECONDS)).as("start %d", start).isTrue();
      job.cancel().get(SECONDS, TimeUnit.SECONDS);
      assertThat(ended(job)).isEqualTo(JobStatus.CANCELED);
      ModelSet after = modelsNow();
      assertThat(after).as("models that the job had were unloaded").isNotSameAs(before);
      before = after;
    }
  }

  private static JobClient submit() throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(SLOTS);
    byte[] picture = Samples.jpeg(640, 360, Color.WHITE);
    DataStream<Frame> frames =
        environment
            .fromSource(
                new NumberSequenceSource(0, Long.MAX_VALUE - 1),
                WatermarkStrategy.noWatermarks(),
                "numbers",
                Types.LONG)
            .map((MapFunction<Long, Frame>) number -> Samples.frame("f" + number, picture))
            .returns(new AvroTypeInfo<>(Frame.class));
    Recognition.recognise(frames, Samples.settings())
        .observations()
        .map(RecognitionRestartTest::counted)
        .returns(new AvroTypeInfo<>(Observation.class))
        .sinkTo(new DiscardingSink<>());
    return environment.executeAsync("restarts");
  }

  private static Observation counted(Observation observation) {
    observed.countDown();
    return observation;
  }

  private static JobStatus ended(JobClient job) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    JobStatus status = job.getJobStatus().get(SECONDS, TimeUnit.SECONDS);
    while (!status.isGloballyTerminalState() && System.nanoTime() < deadline) {
      status = job.getJobStatus().get(SECONDS, TimeUnit.SECONDS);
    }
    return status;
  }

  /** The loaded models; loaded for this look alone where nobody else uses them. */
  private static ModelSet modelsNow() {
    try (SharedModels.Lease beside = SharedModels.acquire(Samples.settings().models())) {
      return beside.models();
    }
  }
}
