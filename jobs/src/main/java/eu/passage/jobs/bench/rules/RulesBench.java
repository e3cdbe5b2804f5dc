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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which settings are measured, and how often. */
final class RulesBench {

  /** Ours gets faster up to about here; a contender that takes long is warm sooner. */
  private static final int WARM_UP_ROUNDS = 10;

  private static final double LONG_WARM_UP_SECONDS = 2;

  /** Who needs more than this for a round has no second one. */
  private static final double LONG_ROUND_SECONDS = 15;

  private static final int PROFILED_ROUNDS = 10;

  private final RuleJob jobs;
  private final Weeks weeks;
  private final int rounds;
  private final Consumer<String> told;
  private final List<Cell> cells = new ArrayList<>();
  private final List<State> states = new ArrayList<>();

  /**
   * @param told what is being done, for a line of progress
   */
  RulesBench(RuleJob jobs, Weeks weeks, int rounds, Consumer<String> told) {
    this.jobs = jobs;
    this.weeks = weeks;
    this.rounds = rounds;
    this.told = told;
  }

  /**
   * Measures.
   *
   * @param recording where a flight recording goes; null: none is made
   */
  RulesReport run(Set<Part> parts, @Nullable Path recording) throws Exception {
    told.accept("making a week");
    PassageFacts[] week = weeks.small();
    Optional<Agreed> agreed = Optional.empty();
    if (parts.contains(Part.HEAP)) {
      agreed = Optional.of(compare(week));
      measure(Part.HEAP, StateBackend.HASHMAP, week, week.length, all(RuleSet.four()));
    }
    if (parts.contains(Part.ROCKSDB)) {
      measure(Part.ROCKSDB, StateBackend.ROCKSDB, week, weeks.bearable(), all(RuleSet.four()));
      measure(Part.ROCKSDB, StateBackend.ROCKSDB, week, week.length, withoutStock(RuleSet.four()));
    }
    if (parts.contains(Part.RULES)) {
      measure(Part.RULES, StateBackend.HASHMAP, week, week.length, manyRules());
    }
    if (parts.contains(Part.STATE)) {
      keep(StateBackend.HASHMAP, week, OURS);
      keep(StateBackend.HASHMAP, week, STOCK);
      keep(StateBackend.ROCKSDB, week, OURS);
    }
    if (parts.contains(Part.SCALE)) {
      told.accept("making a large week");
      PassageFacts[] large = weeks.large();
      measure(Part.SCALE, StateBackend.HASHMAP, large, large.length, all(RuleSet.four()));
      measure(Part.SCALE, StateBackend.ROCKSDB, large, large.length, withoutStock(RuleSet.four()));
      keep(StateBackend.HASHMAP, large, OURS);
    }
    return new RulesReport(
        cells,
        agreed,
        states,
        recording == null ? Optional.empty() : Optional.of(profile(week, recording)));
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
    // sets.forEach(set -> timed.add(new Timed(OURS, set)));
    timed.add(new Timed(OURS, RuleSet.numbers(4)));
    timed.add(new Timed(OURS, RuleSet.numbers(512)));
    // sets.forEach(set -> timed.add(new Timed(STOCK, set)));
    return timed;
  }

  private void measure(
      Part part, StateBackend backend, PassageFacts[] week, int first, List<Timed> timed)
      throws InterruptedException {
    int passages = Math.min(first, week.length);
    Cell cell = new Cell(part, backend, vehicles(week, passages), passages, timed);
    List<Timed> cold = new ArrayList<>(timed);
    for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
      for (Timed one : List.copyOf(cold)) {
        tell(cell, one, "warming up");
        Measured measured = jobs.warmUp(one.contender(), setting(cell, week, one));
        if (!measured.finished() || measured.cpuSeconds() > LONG_WARM_UP_SECONDS) {
          cold.remove(one);
        }
      }
    }
    for (int round = 1; round <= rounds; round++) {
      for (Timed one : timed) {
        if (one.rounds().isEmpty() || (one.finished() && one.cpuSeconds() < LONG_ROUND_SECONDS)) {
          tell(cell, one, "round %d of %d".formatted(round, rounds));
          one.rounds().add(jobs.run(one.contender(), setting(cell, week, one)));
        }
      }
    }
    cells.add(cell);
  }

  private static Setting setting(Cell cell, PassageFacts[] week, Timed one) {
    return new Setting(cell.backend(), week, cell.passages(), one.rules().rules());
  }

  private void tell(Cell cell, Timed one, String what) {
    told.accept(
        "%s: %s, %s with %d rules"
            .formatted(cell.title(), what, one.contender().title(), one.rules().size()));
  }

  private static long vehicles(PassageFacts[] week, int first) {
    return Arrays.stream(week, 0, first).mapToLong(PassageFacts::vehicle).distinct().count();
  }

  private Agreed compare(PassageFacts[] week) throws InterruptedException {
    told.accept("comparing what is found");
    Setting setting = new Setting(StateBackend.HASHMAP, week, week.length, BenchRules.four(false));
    Set<String> stock = jobs.findings(STOCK, setting);
    Set<String> ours = jobs.findings(OURS, setting);
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(stock);
    List<String> differences = new ArrayList<>();
    stock.stream()
        .filter(one -> !both.contains(one))
        .forEach(o -> differences.add("flink-cep alone: " + o));
    ours.stream()
        .filter(one -> !both.contains(one))
        .forEach(o -> differences.add("Passage alone: " + o));
    return new Agreed(
        both.stream()
            .collect(Collectors.groupingBy(Findings::ruleOf, TreeMap::new, Collectors.counting())),
        differences);
  }

  private void keep(StateBackend backend, PassageFacts[] week, Contender contender)
      throws Exception {
    told.accept("what %s keeps".formatted(contender.title()));
    RuleJob.Kept kept =
        jobs.kept(contender, new Setting(backend, week, week.length, BenchRules.four(true)));
    states.add(
        new State(
            contender,
            backend,
            vehicles(week, week.length),
            week.length,
            kept.savepoint(),
            kept.heap()));
  }

  private Profile profile(PassageFacts[] week, Path recording) throws Exception {
    Setting setting = new Setting(StateBackend.HASHMAP, week, week.length, BenchRules.four(true));
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      told.accept("warming up for the profile");
      jobs.warmUp(OURS, setting);
    }
    return Profile.of(
        recording,
        () -> {
          for (int round = 0; round < PROFILED_ROUNDS; round++) {
            told.accept("recording a profile");
            jobs.run(OURS, setting);
          }
        });
  }
}
