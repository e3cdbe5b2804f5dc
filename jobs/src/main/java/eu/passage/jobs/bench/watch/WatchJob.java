package eu.passage.jobs.bench.watch;

import eu.passage.avro.Alert;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.cep.Detection;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.DetectionStreams;
import eu.passage.cep.WatchStreams;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.bench.watch.HeldNumbers.Gate;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The detection job's operators over a month's passages and a list. Passages wait until every entry
 * is in force. Flink makes copies of functions, so a job's own find it by its number.
 */
final class WatchJob implements AutoCloseable {

  private static final long LOOK_EVERY_MS = 10;

  /** An entry that was not told by then never will be. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Map<Integer, WatchJob> RUNNING = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final BenchCluster cluster;
  private final WatchMonth month;
  private final EntryList list;
  private final Gate gate = new Gate();
  private final Queue<Hit> hits = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inForce = new AtomicInteger();
  private final int number = NUMBERS.incrementAndGet();
  private final JobID job;
  private volatile long passed;
  private volatile long operator;

  /**
   * An alert.
   *
   * @param passage whose, from 0
   * @param entry its entry's id
   */
  record Hit(long passage, String entry, MatchTier tier) {}

  private WatchJob(
      BenchCluster cluster, DetectionSettings settings, WatchMonth month, EntryList list) {
    this.cluster = cluster;
    this.month = month;
    this.list = list;
    RUNNING.put(number, this);
    StreamExecutionEnvironment environment = cluster.environment(StateBackend.HASHMAP);
    build(environment, settings);
    job = cluster.submit(environment);
  }

  /**
   * Starts one; when this returns all entries are in force and no passage has come yet.
   *
   * @param progress told how many entries are in force
   */
  static WatchJob start(
      BenchCluster cluster,
      DetectionSettings settings,
      WatchMonth month,
      EntryList list,
      IntConsumer progress)
      throws InterruptedException {
    WatchJob job = new WatchJob(cluster, settings, month, list);
    int before = 0;
    long since = System.nanoTime();
    while (job.inForce.get() < list.size()) {
      int now = job.inForce.get();
      if (now > before) {
        before = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE.toNanos() || job.isFinished()) {
        job.close();
        throw new IllegalStateException(
            "%,d of %,d entries came into force".formatted(now, list.size()));
      }
      progress.accept(now);
      Thread.sleep(LOOK_EVERY_MS);
    }
    return job;
  }

  static WatchJob of(int number) {
    return Objects.requireNonNull(RUNNING.get(number), "no such job");
  }

  Gate gate() {
    return gate;
  }

  /** Lets the first so many passages in. */
  void letIn(long until) {
    gate.letIn(until);
  }

  /** Lets all passages in, and their end. */
  void letAllIn() {
    gate.letIn(Long.MAX_VALUE);
  }

  /** How many passages have reached the operator that looks at entries, about. */
  long passed() {
    return passed;
  }

  /** Whether all passages have gone through. */
  boolean isFinished() {
    return cluster.finished(job);
  }

  /** Nanoseconds that the operator that looks at entries has spent on a processor. */
  long cpu() {
    return THREADS.getThreadCpuTime(operator);
  }

  /** What was found, in no order. */
  List<Hit> hits() {
    return List.copyOf(hits);
  }

  @Override
  public void close() {
    if (!isFinished()) {
      cluster.cancel(job);
    }
    RUNNING.remove(number);
  }

  private void build(StreamExecutionEnvironment environment, DetectionSettings settings) {
    int me = number;
    DataStream<Observation> observations =
        environment
            .fromSource(
                new HeldNumbers(me, month.passages()),
                WatermarkStrategy.noWatermarks(),
                "Numbers",
                Types.LONG)
            .map(passage -> of(me).month.observation(passage), StreamTypes.OBSERVATION)
            .name("A month's passages")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Observation>forBoundedOutOfOrderness(Duration.ofSeconds(2))
                    .withTimestampAssigner((o, time) -> o.getCapturedAt().toEpochMilli()));
    DetectionStreams found =
        Detection.detect(
            observations,
            new WatchStreams(
                none(environment, StreamTypes.WATCH_ENTRY),
                list.size() == 0
                    ? none(environment, StreamTypes.WATCH_ENTRY)
                    : environment
                        .fromSequence(0, list.size() - 1L)
                        .map(
                            place -> of(me).list.entry(Math.toIntExact(place)),
                            StreamTypes.WATCH_ENTRY),
                none(environment, StreamTypes.WATCH_LIST_MAKING)),
            none(environment, StreamTypes.RULE_SOURCE),
            none(environment, StreamTypes.ALERT_ACTION),
            settings.withRules(List.of()));
    // chained to the operator whose passages they are: it runs on that one's thread
    found.passages().map(passage -> of(me).passed(passage), Types.BOOLEAN).sinkTo(discard());
    found.watchEvents().map(event -> of(me).step(event), Types.BOOLEAN).sinkTo(discard());
    found.alerts().map(alert -> of(me).hit(alert), Types.BOOLEAN).sinkTo(discard());
  }

  private static <T> DiscardingSink<T> discard() {
    return new DiscardingSink<>();
  }

  private static <T> DataStream<T> none(
      StreamExecutionEnvironment environment, TypeInformation<T> type) {
    return environment.fromSequence(0, 0).flatMap((number, out) -> {}, type);
  }

  private boolean passed(Passage passage) {
    operator = Thread.currentThread().getId();
    passed = Math.max(passed, month.passage(passage.getAt()) + 1);
    return true;
  }

  private boolean step(WatchEvent event) {
    if (event.getStep() == WatchStep.APPROVED) {
      inForce.incrementAndGet();
    }
    return true;
  }

  private boolean hit(Alert alert) {
    if (alert.getWatch() != null) {
      hits.add(
          new Hit(
              month.passage(alert.getAt()),
              alert.getWatch().getEntryId(),
              alert.getWatch().getTier()));
    }
    return true;
  }
}
