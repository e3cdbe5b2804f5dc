package eu.passage.jobs.bench;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.jobs.JobEnvironment;
import eu.passage.jobs.measure.Latencies;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.bench.Ours;
import eu.passage.recognition.flink.Recognition;
import eu.passage.recognition.flink.RecognitionStreams;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The real operator in a Flink job of this process: frames out of a ring, one slot, observations
 * counted and dropped. What it counts is read from outside while it runs; one at a time.
 */
final class OperatorJob {

  /** Of the running job; statics, because Flink makes copies of its functions. */
  private static final AtomicLong FRAMES = new AtomicLong();

  private static final AtomicLong OBSERVATIONS = new AtomicLong();
  private static final AtomicLong REFUSED = new AtomicLong();
  private static final Latencies LATENCIES = new Latencies();

  private OperatorJob() {}

  /**
   * Builds the job.
   *
   * @param pause between two frames; zero for as fast as it goes
   */
  static void build(
      StreamExecutionEnvironment environment,
      ModelSource models,
      List<byte[]> ring,
      long frames,
      Duration pause) {
    FRAMES.set(0);
    OBSERVATIONS.set(0);
    REFUSED.set(0);
    LATENCIES.clear();
    environment.setParallelism(1);
    environment.setBufferTimeout(JobEnvironment.BUFFER_TIMEOUT.toMillis());
    environment.getConfig().enableObjectReuse();
    DataStream<Frame> source =
        environment
            .fromSource(
                new NumberSequenceSource(0, frames - 1),
                WatermarkStrategy.noWatermarks(),
                "Numbers",
                Types.LONG)
            .map(new FromRing(ring, pause))
            .returns(new AvroTypeInfo<>(Frame.class))
            .name("Frames out of a ring")
            .disableChaining(); // a pause there must not hold up the operator's timer
    RecognitionStreams recognised =
        Recognition.recognise(source, RecognitionSettings.of(cameras()).withModels(models));
    recognised
        .observations()
        .map(OperatorJob::seen)
        .returns(Types.LONG)
        .sinkTo(new DiscardingSink<>());
    recognised
        .deadLetters()
        .map(letter -> REFUSED.incrementAndGet())
        .returns(Types.LONG)
        .sinkTo(new DiscardingSink<>());
  }

  static long frames() {
    return FRAMES.get();
  }

  static long observations() {
    return OBSERVATIONS.get();
  }

  static long refused() {
    return REFUSED.get();
  }

  /** From a frame's way into the operator to each of its observations' way out. */
  static Latencies latencies() {
    return LATENCIES;
  }

  private static long seen(Observation observation) {
    LATENCIES.add(Duration.between(observation.getReceivedAt(), Instant.now()));
    return OBSERVATIONS.incrementAndGet();
  }

  private static CameraCatalogue cameras() {
    return new CameraCatalogue(
        List.of(new Camera("BENCH", "BE", "bench", "bench", 50.7, 3.23, null, null, false)));
  }

  @SuppressWarnings("NullAway.Init") // frames are set by open()
  private static final class FromRing extends RichMapFunction<Long, Frame> {

    private static final long serialVersionUID = 1L;

    private final byte[][] ring;
    private final Duration pause;
    private transient List<Frame> frames;

    private FromRing(List<byte[]> ring, Duration pause) {
      this.ring = ring.toArray(byte[][]::new);
      this.pause = pause;
    }

    @Override
    public void open(OpenContext context) {
      frames = Arrays.stream(ring).map(Ours::frameOf).toList();
    }

    @Override
    public Frame map(Long number) throws InterruptedException {
      if (!pause.isZero()) {
        Thread.sleep(pause.toMillis());
      }
      FRAMES.incrementAndGet();
      Frame frame = frames.get((int) (number % ring.length));
      Instant now = Instant.now();
      frame.setFrameId("bench-" + number);
      frame.setCapturedAt(now);
      frame.setReceivedAt(now);
      return frame;
    }
  }
}
