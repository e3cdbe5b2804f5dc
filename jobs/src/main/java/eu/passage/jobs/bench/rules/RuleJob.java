package eu.passage.jobs.bench.rules;

import eu.passage.avro.RuleSource;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs contenders' jobs, one at a time, and says what they cost. */
final class RuleJob {

  private static final long LOOK_EVERY_MS = 20;
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private final BenchCluster cluster;
  private final Duration limit;
  private final double idleShare;

  /**
   * @param limit processor time that a run may take before it is stopped
   * @param idleShare of one processor that this process takes when it does nothing
   */
  private RuleJob(BenchCluster cluster, Duration limit, double idleShare) {
    this.cluster = cluster;
    this.limit = limit;
    this.idleShare = idleShare;
  }

  /** Looks first what the idle cluster costs. */
  static RuleJob of(BenchCluster cluster, Duration limit) throws InterruptedException {
    Clocks before = Clocks.now();
    Thread.sleep(Duration.ofSeconds(2).toMillis());
    Clocks idle = Clocks.now().since(before);
    return new RuleJob(cluster, limit, (double) (idle.cpu() - idle.compiler()) / idle.wall());
  }

  /**
   * What is run.
   *
   * @param first so many of the week's passages
   */
  record Setting(StateBackend backend, PassageFacts[] week, int first, List<RuleSource> rules) {

    Setting first(int passages) {
      return new Setting(backend, week, Math.min(first, passages), rules);
    }
  }

  /**
   * What is kept after the last passage.
   *
   * @param savepoint bytes on disk
   * @param heap bytes of objects; of state that is not on the heap it says nothing
   */
  record Kept(long savepoint, long heap) {}

  Measured run(Contender contender, Setting setting) throws InterruptedException {
    return run(contender, setting, limit);
  }

  /** A first acquaintance, which does not count; stopped soon where it is slow. */
  Measured warmUp(Contender contender, Setting setting) throws InterruptedException {
    return run(contender, setting, limit.dividedBy(10));
  }

  /** Each rule, vehicle and moment found. */
  Set<String> findings(Contender contender, Setting setting) throws InterruptedException {
    Findings.begin(true);
    try {
      run(contender, setting, Duration.ofHours(1));
      return Findings.found();
    } finally {
      Findings.begin(false);
    }
  }

  Kept kept(Contender contender, Setting setting) throws Exception {
    long before = heap();
    JobID job = start(contender, setting, true);
    while (Turnstile.passed() < setting.first() && !cluster.finished(job)) {
      Thread.sleep(LOOK_EVERY_MS);
    }
    long savepoint = cluster.savepoint(job); // its barrier comes after the last passage
    long heap = heap() - before;
    cluster.cancel(job);
    return new Kept(savepoint, heap);
  }

  @SuppressWarnings("SystemGc") // the figure wanted is the heap after a collection
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private Measured run(Contender contender, Setting setting, Duration most)
      throws InterruptedException {
    heap(); // nobody pays for another's garbage
    JobID job = start(contender, setting, false);
    boolean finished = true;
    while (!cluster.finished(job)) {
      if (Turnstile.sinceOpened().cpu() > most.toNanos()) {
        Turnstile.finished();
        cluster.cancel(job);
        finished = false;
        break;
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    Clocks taken = Turnstile.taken();
    return new Measured(
        Turnstile.passed(),
        Turnstile.allFound(),
        finished,
        taken.cpu() - taken.compiler() - idleShare * taken.wall(),
        taken.wall());
  }

  /** Starts the job and lets passages in once every task runs and every rule is in force. */
  private JobID start(Contender contender, Setting setting, boolean holds)
      throws InterruptedException {
    Turnstile.prepare(setting.week(), setting.first(), holds);
    StreamExecutionEnvironment environment = cluster.environment(setting.backend());
    contender.build(environment, setting.rules());
    JobID job = cluster.submit(environment);
    int awaited = contender == Contender.OURS ? setting.rules().size() : 0;
    long patience = System.nanoTime() + START_PATIENCE.toNanos();
    while (!cluster.runs(job) || Turnstile.activeRules() < awaited) {
      if (cluster.finished(job) || System.nanoTime() > patience) {
        throw new IllegalStateException("the job of " + contender.title() + " does not start");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    Turnstile.open();
    return job;
  }
}
