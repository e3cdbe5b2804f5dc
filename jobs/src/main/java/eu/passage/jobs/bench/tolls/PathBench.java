package eu.passage.jobs.bench.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.Tolls;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.trucks.bans.ControlPlan;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What a toll event costs: the toll path's operators, from a truck's passage to its numbered event,
 * as the job runs them. Counted is the time that their threads spend on a processor; what makes the
 * passages runs on another.
 */
final class PathBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** As {@code TollOperators} names them. */
  private static final List<String> TASKS =
      List.of("Views of each truck", "What each vehicle owes", "Sequence of each charging point");

  private static final long LOOK_EVERY_MS = 5;

  private static final AtomicLong EVENTS = new AtomicLong();

  /**
   * What a round came to.
   *
   * @param cpuSeconds of the operators' threads
   */
  record Measured(long events, double cpuSeconds) {

    double eventsPerCpuSecond() {
      return events / cpuSeconds;
    }
  }

  private final BenchCluster cluster;
  private final CameraCatalogue cameras;
  private final TollSettings settings;

  PathBench(BenchCluster cluster, CameraCatalogue cameras, TollSettings settings) {
    this.cluster = cluster;
    this.cameras = cameras;
    this.settings = settings;
  }

  /**
   * Sends so many passages through.
   *
   * @throws IllegalStateException when they did not become as many events
   */
  Measured round(TruckTraffic traffic, long passages) throws InterruptedException {
    EVENTS.set(0);
    StreamExecutionEnvironment environment = cluster.environment(StateBackend.HASHMAP);
    var trucks =
        environment
            .fromSequence(0, passages - 1)
            .map(traffic::passage, StreamTypes.TRUCK_PASSAGE)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<eu.passage.avro.TruckPassage>forBoundedOutOfOrderness(
                        Duration.ofSeconds(2))
                    .withTimestampAssigner((truck, time) -> truck.getAt().toEpochMilli()));
    var corrections =
        environment.fromSequence(0, 0).flatMap((number, out) -> {}, StreamTypes.TOLL_EVENT);
    Tolls.charge(trucks, corrections, cameras, settings, ControlPlan.NONE)
        .events()
        .map(PathBench::count, StreamTypes.TOLL_EVENT)
        .sinkTo(new DiscardingSink<>());
    JobID job = cluster.submit(environment);
    Map<Long, Long> cpu = new HashMap<>();
    while (!cluster.finished(job)) {
      cpu.putAll(cpuByThread());
      Thread.sleep(LOOK_EVERY_MS);
    }
    if (EVENTS.get() != passages) {
      throw new IllegalStateException(
          "%,d passages became %,d events".formatted(passages, EVENTS.get()));
    }
    if (cpu.isEmpty()) {
      throw new IllegalStateException("no thread has the name of a toll task: " + TASKS);
    }
    return new Measured(passages, cpu.values().stream().mapToLong(nanos -> nanos).sum() / 1e9);
  }

  private static TollEvent count(TollEvent event) {
    EVENTS.incrementAndGet();
    return event;
  }

  /** Of the threads of the toll path's tasks; of those that have ended nothing. */
  private static Map<Long, Long> cpuByThread() {
    Map<Long, Long> cpu = new HashMap<>();
    for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && TASKS.stream().anyMatch(thread.getThreadName()::startsWith)) {
        long nanos = THREADS.getThreadCpuTime(thread.getThreadId());
        if (nanos > 0) {
          cpu.put(thread.getThreadId(), nanos);
        }
      }
    }
    return cpu;
  }
}
