package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.RecognitionJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.demo.TopicReader.Isolation;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalCluster;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole platform with its jobs, and a consumer at read_committed that keeps everything that
 * every topic gives.
 */
final class LiveSystem implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN_MS = 100;

  private final LocalPlatform platform;
  private final TopicReader reader;
  private final TopicWriter<Frame> frames;
  private final List<SpecificRecord> records = new ArrayList<>();
  private final Tally tally = new Tally();
  private Optional<Cameras> cameras = Optional.empty();
  private long changedAt = System.nanoTime();

  private LiveSystem(LocalPlatform platform) {
    this.platform = platform;
    frames = new TopicWriter<>(platform.config(), Topic.FRAMES, Frame.class);
    reader =
        TopicReader.start(
            platform.config(),
            Isolation.COMMITTED,
            EnumSet.of(
                Topic.OBSERVATIONS,
                Topic.PASSAGES,
                Topic.ALERTS,
                Topic.TOLL_EVENTS,
                Topic.DEAD_LETTERS),
            this::received);
  }

  static LiveSystem start(PassageConfig config, List<WatchEntry> watchlist) throws Exception {
    LocalPlatform platform =
        LocalPlatform.start(
            config, 2 * config.flink().parallelism() + config.tolls().parallelism());
    try (TopicWriter<WatchEntry> entries =
        new TopicWriter<>(platform.config(), Topic.WATCHLIST, WatchEntry.class)) {
      watchlist.forEach(entries::write);
    }
    submit(platform, RecognitionJob.NAME, RecognitionJob::build);
    submit(platform, DetectionJob.NAME, DetectionJob::build);
    submit(platform, TollJob.NAME, TollJob::build);
    return new LiveSystem(platform);
  }

  PassageConfig config() {
    return platform.config();
  }

  LocalCluster cluster() {
    return platform.cluster();
  }

  TopicWriter<Frame> frames() {
    return frames;
  }

  /** Starts cameras that publish at the pace at which frames are answered. */
  synchronized Cameras film(Iterator<Frame> film) {
    Cameras started = new Cameras(film, frames::write, OptionalDouble.empty());
    cameras = Optional.of(started);
    started.start();
    return started;
  }

  /** All records of a class that were read so far, each time they came. */
  synchronized <T extends SpecificRecord> List<T> all(Class<T> recordClass) {
    return records.stream().filter(recordClass::isInstance).map(recordClass::cast).toList();
  }

  synchronized Tally tally() {
    return tally;
  }

  /** Waits until the condition holds, with a bound. */
  synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      reader.requireHealthy();
      assertThat(System.nanoTime())
          .as("%s within %s; so far %s records came", what, PATIENCE, records.size())
          .isLessThan(deadline);
      wait(LOOK_AGAIN_MS);
    }
  }

  /** Whether no topic gave anything for so long. */
  synchronized boolean isQuietFor(Duration span) {
    return System.nanoTime() - changedAt > span.toNanos();
  }

  @Override
  public void close() {
    reader.close();
    frames.close();
    platform.close();
  }

  private synchronized void received(SpecificRecord record) {
    records.add(record);
    tally.add(record);
    changedAt = System.nanoTime();
    if (record instanceof Observation observation) {
      cameras.ifPresent(c -> c.answered(observation.getFrameId()));
    } else if (record instanceof DeadLetter letter) {
      cameras.ifPresent(c -> c.answered(letter.getOrigin()));
    }
    notifyAll();
  }

  private static void submit(
      LocalPlatform platform,
      String name,
      BiConsumer<StreamExecutionEnvironment, PassageConfig> build) {
    StreamExecutionEnvironment env = platform.cluster().environment();
    build.accept(env, platform.config());
    platform.cluster().submit(env, name);
  }
}
