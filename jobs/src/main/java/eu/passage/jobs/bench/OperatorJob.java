package eu.passage.jobs.bench;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.jobs.JobEnvironment;
import eu.passage.jobs.measure.Latencies;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.flink.Recognition;
import eu.passage.recognition.flink.RecognitionStreams;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
 * The real operator in a Flink job of this process: frames out of a ring, observations and refusals
 * counted and dropped. What it counts is read from outside while it runs; one at a time.
 */
final class OperatorJob {

  /** Of the running job; statics, because Flink makes copies of its functions. */
  private static final AtomicLong FRAMES = new AtomicLong();

  private static final AtomicLong OBSERVATIONS = new AtomicLong();
  private static final Map<DeadLetterReason, Long> REFUSED = new ConcurrentHashMap<>();
  private static final Latencies LATENCIES = new Latencies();
  private static volatile List<Frame> ring = List.of();

  private OperatorJob() {}

  /**
   * Builds the job with the parallelism of its environment.
   *
   * @param frames the ring
   * @param count how many frames go through
   * @param pause between two frames; zero for as fast as it goes, whereupon latencies say nothing
   *     and are not kept
   */
  static void build(
      StreamExecutionEnvironment environment,
      ModelSource models,
      List<Frame> frames,
      long count,
      Duration pause) {
    FRAMES.set(0);
    OBSERVATIONS.set(0);
    REFUSED.clear();
    LATENCIES.clear();
    ring = List.copyOf(frames);
    environment.setBufferTimeout(JobEnvironment.BUFFER_TIMEOUT.toMillis());
    environment.getConfig().enableObjectReuse();
    DataStream<Frame> source =
        environment
            .fromSource(
                new NumberSequenceSource(0, count - 1),
                WatermarkStrategy.noWatermarks(),
                "Numbers",
                Types.LONG)
            .map(new FromRing(pause))
            .returns(new AvroTypeInfo<>(Frame.class))
            .name("Frames out of a ring")
            .disableChaining(); // a pause there must not hold up the operator's timer
    RecognitionStreams recognised =
        Recognition.recognise(source, RecognitionSettings.of(cameras()).withModels(models));
    boolean paced = !pause.isZero();
    recognised
        .observations()
        .map(observation -> seen(observation, paced))
        .returns(Types.LONG)
        .sinkTo(new DiscardingSink<>());
    recognised
        .deadLetters()
        .map(OperatorJob::refused)
        .returns(Types.LONG)
        .sinkTo(new DiscardingSink<>());
  }

  static long frames() {
    return FRAMES.get();
  }

  static long observations() {
    return OBSERVATIONS.get();
  }

  /** How many frames were refused, by reason. */
  static Map<DeadLetterReason, Long> refused() {
    return new TreeMap<>(REFUSED);
  }

  /** From a frame's way into the operator to each of its observations' way out. */
  static Latencies latencies() {
    return LATENCIES;
  }

  private static long seen(Observation observation, boolean paced) {
    if (paced) {
      LATENCIES.add(Duration.between(observation.getReceivedAt(), Instant.now()));
    }
    return OBSERVATIONS.incrementAndGet();
  }

  private static long refused(DeadLetter letter) {
    return REFUSED.merge(letter.getReason(), 1L, Long::sum);
  }

  private static CameraCatalogue cameras() {
    return new CameraCatalogue(
        List.of(new Camera("BENCH", "BE", "bench", "bench", 50.7, 3.23, null, null, false)));
  }

  @SuppressWarnings("NullAway.Init") // frames are set by open()
  private static final class FromRing extends RichMapFunction<Long, Frame> {

    private static final long serialVersionUID = 1L;

    private final Duration pause;
    private transient List<Frame> frames;

    private FromRing(Duration pause) {
      this.pause = pause;
    }

    /** Each subtask changes frames of its own. */
    @Override
    public void open(OpenContext context) {
      frames = ring.stream().map(frame -> Frame.newBuilder(frame).build()).toList();
    }

    @Override
    public Frame map(Long number) throws InterruptedException {
      if (!pause.isZero()) {
        Thread.sleep(pause.toMillis());
      }
      FRAMES.incrementAndGet();
      Frame frame = frames.get((int) (number % frames.size()));
      Instant now = Instant.now();
      frame.setFrameId("bench-" + number);
      frame.setCapturedAt(now);
      frame.setReceivedAt(now);
      return frame;
    }
  }
}
