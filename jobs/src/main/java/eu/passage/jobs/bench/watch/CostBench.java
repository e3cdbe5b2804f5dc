package eu.passage.jobs.bench.watch;

import eu.passage.cep.DetectionSettings;
import eu.passage.jobs.bench.BenchCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What entries cost each passage: the same traffic through jobs that differ in their lists alone.
 * The jobs run beside each other and get their passages in turns; counted is the time that the
 * operator that looks at entries spends on a processor.
 */
final class CostBench {

  /** A job for each case. */
  static final int JOBS = 4;

  private static final int PER_ROUND = 10_000;
  private static final int WARM_UP = 3;

  /** So much longer a month's list must be than what of it never passes. */
  private static final double WITH_THOSE_THAT_PASS = 1.1;

  private static final int AND_SOME = 1_000;

  /** What fusion still holds when the last passage was let in. */
  private static final int HELD_BACK = 20;

  private static final long LOOK_EVERY_MS = 20;

  private final WatchMonth month;
  private final DetectionSettings settings;
  private final int rounds;
  private final BiConsumer<String, Double> progress;

  /**
   * @param month with a list of {@link #listed}
   * @param rounds that count
   */
  CostBench(
      WatchMonth month,
      DetectionSettings settings,
      int rounds,
      BiConsumer<String, Double> progress) {
    this.month = month;
    this.settings = settings;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** How long a month's list must be for a longest one of so many. */
  static int listed(int many) {
    return (int) (many * WITH_THOSE_THAT_PASS) + AND_SOME;
  }

  /** How many passages it needs. */
  static int passages(int rounds) {
    return (WARM_UP + rounds) * PER_ROUND + HELD_BACK;
  }

  /**
   * Measures.
   *
   * @param some entries of a list of middle length
   * @param many entries of the longest
   */
  CostReport run(BenchCluster cluster, int some, int many) throws InterruptedException {
    EntryList never = new NeverPassing(month);
    List<String> names = new ArrayList<>();
    List<EntryList> lists = new ArrayList<>();
    for (int size : new int[] {0, some, many}) {
      names.add(String.format(Locale.ROOT, "%,d plates", size));
      lists.add(new FirstOf(never, size));
    }
    names.add(String.format(Locale.ROOT, "%,d wildcards and descriptions", some));
    lists.add(new PatternList(new FirstOf(never, some), month.zones()));
    List<WatchJob> jobs = new ArrayList<>();
    try {
      for (int i = 0; i < lists.size(); i++) {
        jobs.add(start(cluster, names.get(i), lists.get(i)));
      }
      return new CostReport(names, measure(jobs), PER_ROUND);
    } finally {
      jobs.forEach(WatchJob::close);
    }
  }

  private WatchJob start(BenchCluster cluster, String name, EntryList list)
      throws InterruptedException {
    return WatchJob.start(
        cluster,
        settings,
        month,
        list,
        entries -> progress.accept(name, (double) entries / Math.max(1, list.size())));
  }

  /** By job and round, nanoseconds for each passage. */
  private List<List<Double>> measure(List<WatchJob> jobs) throws InterruptedException {
    List<List<Double>> nanos = new ArrayList<>();
    jobs.forEach(job -> nanos.add(new ArrayList<>()));
    for (int round = 0; round < WARM_UP + rounds; round++) {
      for (int i = 0; i < jobs.size(); i++) {
        progress.accept("matching", (double) round / (WARM_UP + rounds));
        double taken = round(jobs.get(i), (round + 1) * PER_ROUND);
        if (round >= WARM_UP) {
          nanos.get(i).add(taken / PER_ROUND);
        }
      }
    }
    return nanos;
  }

  private static double round(WatchJob job, long until) throws InterruptedException {
    long before = until == PER_ROUND ? 0 : job.cpu();
    job.letIn(until);
    while (job.passed() < until - HELD_BACK) {
      if (job.isFinished()) {
        throw new IllegalStateException("a job of the benchmark ended before its passages");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    long now = job.cpu();
    long then;
    do { // until it is at rest
      then = now;
      Thread.sleep(LOOK_EVERY_MS);
      now = job.cpu();
    } while (now > then);
    return now - before;
  }
}
