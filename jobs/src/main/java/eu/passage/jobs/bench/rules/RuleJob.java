package eu.passage.jobs.bench.rules;

import eu.passage.avro.RuleSource;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
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

  /** What is run. */
  record Setting(StateBackend backend, Traffic traffic, List<RuleSource> rules) {}

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

  /** Starts a job and lets nothing in yet. */
  HeldJob hold(Contender contender, Setting setting) throws InterruptedException {
    Turnstile.prepare(setting.traffic(), true); // what lay in memory for the job before goes
    LiveObjects before = LiveObjects.settled();
    return new HeldJob(cluster, start(contender, setting), before);
  }

  @SuppressWarnings("SystemGc") // nobody pays for another's garbage
  private static void collect() {
    System.gc();
  }

  private Measured run(Contender contender, Setting setting, Duration most)
      throws InterruptedException {
    Turnstile.prepare(setting.traffic(), false);
    collect();
    JobID job = start(contender, setting);
    Turnstile.open();
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

  /** Starts the job and waits until every task runs and every rule is in force. */
  private JobID start(Contender contender, Setting setting) throws InterruptedException {
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
    return job;
  }
}
