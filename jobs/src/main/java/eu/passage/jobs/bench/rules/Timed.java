package eu.passage.jobs.bench.rules;

import eu.passage.jobs.bench.Median;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender's rounds with some rules.
 *
 * @param rounds one at least; a contender that is slow has fewer
 */
record Timed(Contender contender, RuleSet rules, List<Measured> rounds) {

  Timed(Contender contender, RuleSet rules) {
    this(contender, rules, new ArrayList<>());
  }

  /** False: a round was stopped at the time limit, and rates are bounds from above. */
  boolean finished() {
    return rounds.stream().allMatch(Measured::finished);
  }

  double passagesPerCpuSecond() {
    return Median.of(rounds.stream().map(Measured::passagesPerCpuSecond).toList());
  }

  double cpuSeconds() {
    return Median.of(rounds.stream().map(Measured::cpuSeconds).toList());
  }

  /** Alerts of ours, matches of the stock operator, in a round. */
  long found() {
    return rounds.get(0).found();
  }

  /** How many times the passages of another: the median over the rounds, each against its own. */
  double times(Timed other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      Measured theirs = other.rounds.get(Math.min(i, other.rounds.size() - 1));
      ratios.add(rounds.get(i).passagesPerCpuSecond() / theirs.passagesPerCpuSecond());
    }
    return Median.of(ratios);
  }
}
