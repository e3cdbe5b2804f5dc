package eu.passage.jobs.bench.rules;

import static eu.passage.jobs.bench.rules.Contender.OURS;
import static eu.passage.jobs.bench.rules.Contender.PASS_THROUGH;
import static eu.passage.jobs.bench.rules.Contender.STOCK;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.bench.rules.RuleJob.Setting;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which settings are measured, and how often. */
final class RulesBench {

  /** Ours gets faster up to about here; a contender that takes long is warm sooner. */
  private static final int WARM_UP_ROUNDS = 10;

  private static final double LONG_WARM_UP_SECONDS = 2;

  /** Who needs more than this for a round has no second one. */
  private static final double LONG_ROUND_SECONDS = 15;

  private static final int PROFILED_ROUNDS = 10;

  /** Of so many vehicles seen once RocksDB gets one: it is slow. */
  private static final int ROCKSDB_GETS_ONE_IN = 5;

  private final RuleJob jobs;
  private final Weeks weeks;
  private final int rounds;
  private final Steps steps;
  private final List<Cell> cells = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final List<Growth> growths = new ArrayList<>();
  private Optional<Agreed> agreed = Optional.empty();
  private Optional<Profile> profile = Optional.empty();

  /**
   * @param steps told what is being done
   */
  RulesBench(RuleJob jobs, Weeks weeks, int rounds, Steps steps) {
    this.jobs = jobs;
    this.weeks = weeks;
    this.rounds = rounds;
    this.steps = steps;
  }

  /** Something to be measured. */
  private interface Work {
    void run() throws Exception;
  }

  /**
   * Measures.
   *
   * @param recording where a flight recording goes; null: none is made
   */
  RulesReport run(Set<Part> parts, @Nullable Path recording) throws Exception {
    steps.prepare("making a week");
    PassageFacts[] week = weeks.small();
    List<Work> works = new ArrayList<>();
    if (parts.contains(Part.HEAP)) {
      works.add(planComparison(week));
      works.add(plan(Part.HEAP, StateBackend.HASHMAP, week, week.length, all(RuleSet.four())));
    }
    if (parts.contains(Part.ROCKSDB)) {
      works.add(
          plan(Part.ROCKSDB, StateBackend.ROCKSDB, week, weeks.bearable(), all(RuleSet.four())));
      works.add(
          plan(
              Part.ROCKSDB, StateBackend.ROCKSDB, week, week.length, withoutStock(RuleSet.four())));
    }
    if (parts.contains(Part.RULES)) {
      works.add(plan(Part.RULES, StateBackend.HASHMAP, week, week.length, manyRules()));
    }
    if (parts.contains(Part.STATE)) {
      works.add(planKept(StateBackend.HASHMAP, week, OURS));
      works.add(planKept(StateBackend.HASHMAP, week, STOCK));
      works.add(planKept(StateBackend.ROCKSDB, week, OURS));
    }
    if (recording != null) {
      works.add(planProfile(week, recording));
    }
    if (parts.contains(Part.SCALE)) {
      works.add(planScale());
    }
    if (parts.contains(Part.GROWTH)) {
      works.add(planGrowth(StateBackend.HASHMAP, weeks.seenOnce()));
      works.add(planGrowth(StateBackend.ROCKSDB, weeks.seenOnce().oneIn(ROCKSDB_GETS_ONE_IN)));
    }
    for (Work work : works) {
      work.run();
    }
    return new RulesReport(cells, agreed, states, growths, profile);
  }

  private static List<Timed> all(RuleSet rules) {
    return List.of(new Timed(PASS_THROUGH, rules), new Timed(STOCK, rules), new Timed(OURS, rules));
  }

  private static List<Timed> withoutStock(RuleSet rules) {
    return List.of(new Timed(PASS_THROUGH, rules), new Timed(OURS, rules));
  }

  private static List<Timed> manyRules() {
    List<RuleSet> sets = new ArrayList<>();
    for (int count : new int[] {4, 32, 128, 512}) {
      sets.add(RuleSet.selective(count));
    }
    List<Timed> timed = new ArrayList<>();
    sets.forEach(set -> timed.add(new Timed(OURS, set)));
    timed.add(new Timed(OURS, RuleSet.numbers(4)));
    timed.add(new Timed(OURS, RuleSet.numbers(512)));
    sets.forEach(set -> timed.add(new Timed(STOCK, set)));
    return timed;
  }

  private Work plan(
      Part part, StateBackend backend, PassageFacts[] week, int first, List<Timed> timed) {
    steps.expect(runs(timed));
    return () -> measure(part, backend, week, first, timed);
  }

  /** The large week is made when it is needed: so much memory would slow the others down. */
  private Work planScale() {
    List<Timed> onHeap = all(RuleSet.four());
    List<Timed> onRocksDb = withoutStock(RuleSet.four());
    steps.expect(1 + runs(onHeap) + runs(onRocksDb) + 1);
    return () -> {
      steps.begin("making a large week");
      PassageFacts[] week = weeks.large();
      measure(Part.SCALE, StateBackend.HASHMAP, week, week.length, onHeap);
      measure(Part.SCALE, StateBackend.ROCKSDB, week, week.length, onRocksDb);
      states.add(kept(StateBackend.HASHMAP, week, OURS));
    };
  }

  private int runs(List<Timed> timed) {
    return (WARM_UP_ROUNDS + rounds) * timed.size();
  }

  private void measure(
      Part part, StateBackend backend, PassageFacts[] week, int first, List<Timed> timed)
      throws InterruptedException {
    Traffic traffic = Traffic.of(week, first);
    Cell cell = new Cell(part, backend, vehicles(week, traffic.count()), traffic.count(), timed);
    warmUp(cell, traffic);
    for (int round = 1; round <= rounds; round++) {
      for (Timed one : timed) {
        if (one.rounds().isEmpty() || (one.finished() && one.cpuSeconds() < LONG_ROUND_SECONDS)) {
          begin(cell, one, "round %d of %d".formatted(round, rounds));
          one.rounds().add(jobs.run(one.contender(), setting(cell, traffic, one)));
        } else {
          steps.skip();
        }
      }
    }
    cells.add(cell);
  }

  private void warmUp(Cell cell, Traffic traffic) throws InterruptedException {
    List<Timed> cold = new ArrayList<>(cell.timed());
    for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
      for (Timed one : cell.timed()) {
        if (!cold.contains(one)) {
          steps.skip();
          continue;
        }
        begin(cell, one, "warming up");
        Measured measured = jobs.warmUp(one.contender(), setting(cell, traffic, one));
        if (!measured.finished() || measured.cpuSeconds() > LONG_WARM_UP_SECONDS) {
          cold.remove(one);
        }
      }
    }
  }

  private static Setting setting(Cell cell, Traffic traffic, Timed one) {
    return new Setting(cell.backend(), traffic, one.rules().rules());
  }

  private void begin(Cell cell, Timed one, String what) {
    steps.begin(
        "%s: %s, %s with %d rules"
            .formatted(cell.title(), what, one.contender().title(), one.rules().size()));
  }

  private static long vehicles(PassageFacts[] week, int first) {
    return Arrays.stream(week, 0, first).mapToLong(PassageFacts::vehicle).distinct().count();
  }

  private Work planComparison(PassageFacts[] week) {
    steps.expect(2);
    return () -> agreed = Optional.of(compare(week));
  }

  private Agreed compare(PassageFacts[] week) throws InterruptedException {
    Setting setting =
        new Setting(StateBackend.HASHMAP, Traffic.of(week, week.length), BenchRules.four(false));
    return Agreed.of(findings(STOCK, setting), findings(OURS, setting));
  }

  private Set<String> findings(Contender contender, Setting setting) throws InterruptedException {
    steps.begin("comparing what is found: " + contender.title());
    return jobs.findings(contender, setting);
  }

  private Work planKept(StateBackend backend, PassageFacts[] week, Contender contender) {
    steps.expect(1);
    return () -> states.add(kept(backend, week, contender));
  }

  private State kept(StateBackend backend, PassageFacts[] week, Contender contender)
      throws Exception {
    steps.begin("what %s keeps".formatted(contender.title()));
    Setting setting = new Setting(backend, Traffic.of(week, week.length), BenchRules.four(true));
    try (HeldJob job = jobs.hold(contender, setting)) {
      job.letIn(week.length);
      return new State(
          contender,
          backend,
          vehicles(week, week.length),
          week.length,
          job.savepoint(),
          job.heap().bytes());
    }
  }

  private Work planGrowth(StateBackend backend, SeenOnce traffic) {
    steps.expect(GrowthBench.marks(traffic));
    return () -> growths.add(new GrowthBench(jobs, steps).run(backend, traffic));
  }

  private Work planProfile(PassageFacts[] week, Path recording) {
    steps.expect(WARM_UP_ROUNDS + PROFILED_ROUNDS);
    return () -> profile = Optional.of(profile(week, recording));
  }

  private Profile profile(PassageFacts[] week, Path recording) throws Exception {
    Setting setting =
        new Setting(StateBackend.HASHMAP, Traffic.of(week, week.length), BenchRules.four(true));
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      steps.begin("warming up for the profile");
      jobs.warmUp(OURS, setting);
    }
    return Profile.of(
        recording,
        () -> {
          for (int round = 0; round < PROFILED_ROUNDS; round++) {
            steps.begin("recording a profile");
            jobs.run(OURS, setting);
          }
        });
  }
}
