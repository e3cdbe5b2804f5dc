package eu.passage.jobs.bench.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A contender's rounds on one setting.
 *
 * @param rounds one at least; a contender that is slow has fewer
 */
record Timed(Contender contender, List<Measured> rounds) {

  boolean finished() {
    return rounds.stream().allMatch(Measured::finished);
  }

  double passagesPerCpuSecond() {
    return Median.of(rounds.stream().map(Measured::passagesPerCpuSecond).toList());
  }

  double cpuSeconds() {
    return Median.of(rounds.stream().map(Measured::cpuSeconds).toList());
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
