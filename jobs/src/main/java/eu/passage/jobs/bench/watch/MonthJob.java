package eu.passage.jobs.bench.watch;

import eu.passage.avro.Alert;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.cep.Detection;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.DetectionStreams;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.jobs.bench.rules.BenchCluster;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jspecify.annotations.Nullable;

/**
 * A month through the operators of the detection job. Passages wait until every entry is in force.
 * One at a time: Flink makes copies of its functions, so what they share is static.
 */
final class MonthJob {

  private static final long LOOK_EVERY_MS = 200;

  /** Entries that were not told by then never will be. */
  private static final long QUIET_NS = Duration.ofSeconds(5).toNanos();

  private static final Collection<Hit> HITS = new ConcurrentLinkedQueue<>();
  private static volatile @Nullable WatchMonth month;
  private static volatile CountDownLatch awaited = new CountDownLatch(0);
  private static volatile long passed;
  private static volatile long lastStep;
  private static volatile int missing;

  private MonthJob() {}

  /**
   * An alert.
   *
   * @param passage whose, from 0
   * @param place the place of its entry in the list
   */
  record Hit(long passage, int place, MatchTier tier) {}

  /** How many entries of the last run were not told to be approved. */
  static int missing() {
    return missing;
  }

  /** What was found, in no order. */
  static List<Hit> run(
      BenchCluster cluster, WatchMonth traffic, DetectionSettings settings, LongConsumer progress)
      throws InterruptedException {
    HITS.clear();
    passed = 0;
    missing = 0;
    month = traffic;
    awaited = new CountDownLatch(traffic.listed().size());
    StreamExecutionEnvironment environment = cluster.environment(StateBackend.HASHMAP);
    build(environment, traffic, settings);
    JobID job = cluster.submit(environment);
    while (!cluster.finished(job)) {
      boolean begun = awaited.getCount() < traffic.listed().size();
      if (begun && awaited.getCount() > 0 && System.nanoTime() - lastStep > QUIET_NS) {
        missing = (int) awaited.getCount(); // told in the report
        while (awaited.getCount() > 0) {
          awaited.countDown();
        }
      }
      progress.accept(passed);
      Thread.sleep(LOOK_EVERY_MS);
    }
    return new ArrayList<>(HITS);
  }

  private static void build(
      StreamExecutionEnvironment environment, WatchMonth traffic, DetectionSettings settings) {
    DataStream<Observation> observations =
        environment
            .fromSource(
                new NumberSequenceSource(0, traffic.passages() - 1),
                WatermarkStrategy.noWatermarks(),
                "Numbers",
                Types.LONG)
            .map(MonthJob::observation, StreamTypes.OBSERVATION)
            .name("A month's passages")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Observation>forBoundedOutOfOrderness(Duration.ofSeconds(2))
                    .withTimestampAssigner((o, time) -> o.getCapturedAt().toEpochMilli()));
    DetectionStreams found =
        Detection.detect(
            observations,
            environment
                .fromSequence(0, traffic.listed().size() - 1)
                .map(MonthJob::entry, StreamTypes.WATCH_ENTRY),
            none(environment, StreamTypes.RULE_SOURCE),
            none(environment, StreamTypes.ALERT_ACTION),
            settings.withRules(List.of()));
    found.watchEvents().map(MonthJob::step, Types.BOOLEAN).sinkTo(new DiscardingSink<>());
    found.alerts().map(MonthJob::hit, Types.BOOLEAN).sinkTo(new DiscardingSink<>());
  }

  private static <T> DataStream<T> none(
      StreamExecutionEnvironment environment, TypeInformation<T> type) {
    return environment.fromSequence(0, 0).flatMap((number, out) -> {}, type);
  }

  private static WatchEntry entry(long place) {
    return running().entry((int) place);
  }

  private static WatchMonth running() {
    WatchMonth running = month;
    if (running == null) {
      throw new IllegalStateException("no month is running");
    }
    return running;
  }

  private static Observation observation(long passage) throws InterruptedException {
    awaited.await();
    passed = passage + 1;
    return running().observation(passage);
  }

  private static boolean step(WatchEvent event) {
    lastStep = System.nanoTime();
    if (event.getStep() == WatchStep.APPROVED) {
      awaited.countDown();
    }
    return true;
  }

  private static boolean hit(Alert alert) {
    WatchMonth running = month;
    if (alert.getWatch() != null && running != null) {
      HITS.add(
          new Hit(
              running.passage(alert.getAt()),
              WatchMonth.place(alert.getWatch().getEntryId()),
              alert.getWatch().getTier()));
    }
    return true;
  }
}
