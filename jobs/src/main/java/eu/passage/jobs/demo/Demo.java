package eu.passage.jobs.demo;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.RecognitionJob;
import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.demo.TopicReader.Isolation;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalCluster;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A demonstration: platform, jobs and cameras in this process, and an audience that reads the
 * topics as any consumer would.
 */
public final class Demo {

  private static final Duration TICK = Duration.ofMillis(200);

  /** What is on its way when the cameras stop may take so long to arrive. */
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

  /** Longer than the jobs' checkpoints together: what has not come by then does not come. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  private static final Set<Topic> WATCHED =
      EnumSet.of(
          Topic.OBSERVATIONS, Topic.PASSAGES, Topic.ALERTS, Topic.TOLL_EVENTS, Topic.DEAD_LETTERS);

  private final DemoSettings settings;
  private final PassageConfig config;
  private final DemoOutput output;
  private final Optional<Guest> guest;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Demo(DemoSettings settings, PassageConfig config, DemoOutput output) {
    this(settings, config, output, Optional.empty());
  }

  private Demo(
      DemoSettings settings, PassageConfig config, DemoOutput output, Optional<Guest> guest) {
    this.settings = settings;
    this.config = config;
    this.output = output;
    this.guest = guest;
  }

  /**
   * Runs a scenario's demonstration to its end with somebody beside it.
   *
   * @param progress told what is done, and how much of it, 0 to 1
   */
  public static Summary withGuest(
      DemoSettings settings, PassageConfig config, BiConsumer<String, Double> progress, Guest guest)
      throws InterruptedException {
    DemoOutput output = new QuietOutput(settings.lasts(), progress);
    return new Demo(settings, config, output, Optional.of(guest)).run();
  }

  /**
   * Runs it to its end and shows the summary.
   *
   * @throws IllegalArgumentException when there are no photographs where the settings say
   */
  Summary run() throws InterruptedException {
    Footage footage =
        Footage.of(
            settings, DemoArchive.prepare(config, Instant.now(Clock.systemUTC()), output::note));
    output.note("starting Kafka, the schema registry and Flink in this process");
    try (LocalPlatform platform = LocalPlatform.start(footage.config(), slots(footage.config()))) {
      output.note("starting the jobs");
      submit(platform.cluster(), RecognitionJob.NAME, RecognitionJob::build, platform.config());
      submit(platform.cluster(), DetectionJob.NAME, DetectionJob::build, platform.config());
      submit(platform.cluster(), TollJob.NAME, TollJob::build, platform.config());
      Optional<JobID> archive =
          footage.config().tollArchive().isWanted()
              ? Optional.of(
                  submit(
                      platform.cluster(),
                      TollArchiveJob.NAME,
                      TollArchiveJob::build,
                      platform.config()))
              : Optional.empty();
      output.started(
          platform.cluster().webUi(),
          platform.config().kafka().bootstrapServers(),
          platform.config().registry().url());
      publish(footage.watchlist(), platform.config());
      Summary summary = show(footage, platform.config());
      archive.ifPresent(job -> complete(job, platform.cluster()));
      return summary;
    }
  }

  /** Else the last file of tolls would be left unfinished. */
  private void complete(JobID archive, LocalCluster cluster) {
    try {
      cluster.drain(archive);
    } catch (IllegalStateException e) {
      output.note("the copies of toll events may lack the last ones: " + e.getMessage());
    }
  }

  private static int slots(PassageConfig config) {
    int jobs = config.tollArchive().isWanted() ? 3 : 2;
    return jobs * config.flink().parallelism() + config.tolls().parallelism();
  }

  /** Ends it early: the summary tells what there was. May be called by any thread. */
  void stop() {
    stopped.countDown();
  }

  private Summary show(Footage footage, PassageConfig local) throws InterruptedException {
    long begun = System.nanoTime();
    Optional<ScoreKeeper> scores = footage.scenario().map(ScoreKeeper::new);
    try (TopicWriter<Frame> frames = new TopicWriter<>(local, Topic.FRAMES, Frame.class);
        Cameras cameras = new Cameras(footage.frames(), frames::write, settings.speed())) {
      Audience audience = new Audience(output, cameras, scores);
      try (TopicReader progress =
              TopicReader.start(
                  local,
                  Isolation.UNCOMMITTED,
                  EnumSet.of(Topic.OBSERVATIONS, Topic.DEAD_LETTERS),
                  record -> answer(record, cameras));
          TopicReader results =
              TopicReader.start(local, Isolation.COMMITTED, WATCHED, audience::received)) {
        Optional<Stage> stage =
            footage.scenario().map(scenario -> new Stage(local, scenario, cameras::publishedAt));
        guest.ifPresent(one -> one.enter(stage.orElseThrow()));
        cameras.start();
        while (!cameras.areDone() && elapsed(begun).compareTo(settings.lasts()) < 0) {
          if (stopped.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
            break;
          }
          progress.requireHealthy();
          results.requireHealthy();
          audience.showProgress(elapsed(begun));
        }
        cameras.close();
        guest.ifPresent(Guest::lastFrame);
        drain(cameras, audience, begun);
        guest.ifPresent(one -> one.leave(stage.orElseThrow()));
      }
      if (footage.scenario().isEmpty()) {
        audience.showPlates();
      }
      Optional<Score> score = scores.map(keeper -> score(keeper, footage, cameras));
      Summary summary = audience.summary(score, elapsed(begun));
      output.summary(summary);
      return summary;
    }
  }

  private void drain(Cameras cameras, Audience audience, long begun) throws InterruptedException {
    long drainBegun = System.nanoTime();
    while ((cameras.inFlight() > 0 || audience.quiet().compareTo(QUIET) < 0)
        && elapsed(drainBegun).compareTo(LONGEST_DRAIN) < 0
        && !stopped.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
      audience.showProgress(elapsed(begun));
    }
  }

  private static Score score(ScoreKeeper keeper, Footage footage, Cameras cameras) {
    List<TruePassage> begun =
        footage.scenario().orElseThrow().frames().stream()
            .filter(frame -> cameras.publishedAt(frame.frameId()).isPresent())
            .map(frame -> frame.passage())
            .distinct()
            .sorted((a, b) -> Integer.compare(a.number(), b.number()))
            .toList();
    Set<TruePassage> unfinished =
        footage.scenario().orElseThrow().frames().stream()
            .filter(frame -> cameras.publishedAt(frame.frameId()).isEmpty())
            .map(frame -> frame.passage())
            .collect(java.util.stream.Collectors.toSet());
    return keeper.score(begun.stream().filter(p -> !unfinished.contains(p)).toList(), begun);
  }

  private static void answer(SpecificRecord record, Cameras cameras) {
    if (record instanceof Observation observation) {
      cameras.answered(observation.getFrameId());
    } else if (record instanceof DeadLetter letter) {
      cameras.answered(letter.getOrigin());
    }
  }

  private static JobID submit(
      LocalCluster cluster,
      String name,
      BiConsumer<StreamExecutionEnvironment, PassageConfig> build,
      PassageConfig config) {
    StreamExecutionEnvironment env = cluster.environment();
    build.accept(env, config);
    return cluster.submit(env, name);
  }

  private static void publish(List<WatchEntry> watchlist, PassageConfig config) {
    try (TopicWriter<WatchEntry> writer =
        new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class)) {
      watchlist.forEach(writer::write);
      writer.flush();
    }
  }

  private static Duration elapsed(long since) {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
