package eu.passage.jobs.bench.rules;

import static eu.passage.jobs.bench.rules.Contender.OURS;
import static eu.passage.jobs.bench.rules.Contender.PASS_THROUGH;
import static eu.passage.jobs.bench.rules.Contender.STOCK;

import eu.passage.avro.RuleSource;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.bench.rules.RuleJob.Setting;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which settings are measured, and how often. */
final class RulesBench {

  /** Who needs more than this for a round has no second one. */
  private static final double LONG_ROUND_SECONDS = 15;

  private static final int WARM_UP_ROUNDS = 5;
  private static final double LONG_WARM_UP_SECONDS = 2;

  private final RuleJob jobs;
  private final Weeks weeks;
  private final int rounds;
  private final Consumer<String> told;
  private final List<Cell> cells = new ArrayList<>();
  private final List<RulesReport.State> states = new ArrayList<>();
  private final List<String> disagreements = new ArrayList<>();

  /**
   * @param told what is being done, for a line of progress
   */
  RulesBench(RuleJob jobs, Weeks weeks, int rounds, Consumer<String> told) {
    this.jobs = jobs;
    this.weeks = weeks;
    this.rounds = rounds;
    this.told = told;
  }

  /** What the report is made of. */
  RulesReport run(Set<Part> parts) throws Exception {
    told.accept("making a week");
    PassageFacts[] week = weeks.small();
    List<RuleSource> four = BenchRules.four(true);
    if (parts.contains(Part.HEAP)) {
      compare(new Setting(StateBackend.HASHMAP, week, week.length, BenchRules.four(false)));
      cell(
          Part.HEAP,
          StateBackend.HASHMAP,
          week,
          week.length,
          "rules",
          four,
          PASS_THROUGH,
          STOCK,
          OURS);
    }
    if (parts.contains(Part.ROCKSDB)) {
      int some = weeks.bearable();
      cell(
          Part.ROCKSDB, StateBackend.ROCKSDB, week, some, "rules", four, PASS_THROUGH, STOCK, OURS);
      cell(
          Part.ROCKSDB, StateBackend.ROCKSDB, week, week.length, "rules", four, PASS_THROUGH, OURS);
    }
    if (parts.contains(Part.RULES)) {
      for (int count : new int[] {4, 32, 128, 512}) {
        List<RuleSource> rules = BenchRules.selective(count);
        cell(
            Part.RULES,
            StateBackend.HASHMAP,
            week,
            week.length,
            "selective rules",
            rules,
            OURS,
            STOCK);
      }
      cell(
          Part.RULES,
          StateBackend.HASHMAP,
          week,
          week.length,
          "rules that differ in numbers",
          BenchRules.numbers(512),
          OURS);
    }
    if (parts.contains(Part.STATE)) {
      state(week, four, StateBackend.HASHMAP, OURS, STOCK);
      state(week, four, StateBackend.ROCKSDB, OURS);
    }
    if (parts.contains(Part.SCALE)) {
      PassageFacts[] large = weeks.large();
      cell(
          Part.SCALE,
          StateBackend.HASHMAP,
          large,
          large.length,
          "rules",
          four,
          PASS_THROUGH,
          OURS,
          STOCK);
      cell(Part.SCALE, StateBackend.ROCKSDB, large, large.length, "rules", four, OURS);
      state(large, four, StateBackend.HASHMAP, OURS);
    }
    return new RulesReport(cells, states, disagreements);
  }

  private void cell(
      Part part,
      StateBackend backend,
      PassageFacts[] week,
      int first,
      String ruleSet,
      List<RuleSource> rules,
      Contender... contenders)
      throws InterruptedException {
    Setting setting = new Setting(backend, week, Math.min(first, week.length), rules);
    List<Timed> timed = new ArrayList<>();
    for (Contender contender : contenders) {
      timed.add(new Timed(contender, new ArrayList<>()));
    }
    Cell cell =
        new Cell(
            part,
            backend,
            ruleSet,
            rules.size(),
            (int) java.util.Arrays.stream(week).mapToLong(PassageFacts::vehicle).distinct().count(),
            setting.first(),
            timed);
    List<Contender> cold = new ArrayList<>(List.of(contenders));
    for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
      for (Contender contender : List.copyOf(cold)) {
        told.accept("%s: warming up %s".formatted(cell.title(), contender.title()));
        if (jobs.warmUp(contender, setting).cpuSeconds() > LONG_WARM_UP_SECONDS) {
          cold.remove(contender);
        }
      }
    }
    for (int round = 1; round <= rounds; round++) {
      for (Timed one : timed) {
        if (one.rounds().isEmpty() || (one.finished() && one.cpuSeconds() < LONG_ROUND_SECONDS)) {
          told.accept(
              "%s: round %d of %d: %s"
                  .formatted(cell.title(), round, rounds, one.contender().title()));
          one.rounds().add(jobs.run(one.contender(), setting));
        }
      }
    }
    cells.add(cell);
  }

  private void compare(Setting setting) throws InterruptedException {
    told.accept("comparing what is found");
    Set<String> stock = jobs.findings(STOCK, setting);
    Set<String> ours = jobs.findings(OURS, setting);
    Set<String> missed = new TreeSet<>(stock);
    missed.removeAll(ours);
    Set<String> more = new TreeSet<>(ours);
    more.removeAll(stock);
    missed.forEach(one -> disagreements.add("flink-cep alone: " + one));
    more.forEach(one -> disagreements.add("Passage alone: " + one));
    agreed = ours.size() - more.size();
  }

  private int agreed;

  private void state(
      PassageFacts[] week, List<RuleSource> rules, StateBackend backend, Contender... contenders)
      throws Exception {
    long vehicles =
        java.util.Arrays.stream(week).mapToLong(PassageFacts::vehicle).distinct().count();
    for (Contender contender : contenders) {
      told.accept("what %s keeps".formatted(contender.title()));
      RuleJob.Kept kept = jobs.kept(contender, new Setting(backend, week, week.length, rules));
      states.add(new RulesReport.State(contender, backend, vehicles, week.length, kept));
    }
  }
}
