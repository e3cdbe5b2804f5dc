package eu.passage.jobs.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What ours and the stock operator found on the same passages.
 *
 * @param both by rule: vehicles and moments that both found
 * @param differences in words: what one of them found alone
 */
record Agreed(Map<String, Long> both, List<String> differences) {

  /**
   * Compares.
   *
   * @param stock as {@link Findings#found} gives it
   * @param ours the same
   */
  static Agreed of(Set<String> stock, Set<String> ours) {
    List<String> differences = new ArrayList<>();
    without(stock, ours).forEach(one -> differences.add("flink-cep alone: " + one));
    without(ours, stock).forEach(one -> differences.add("Passage alone: " + one));
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(stock);
    return new Agreed(
        both.stream()
            .collect(Collectors.groupingBy(Findings::ruleOf, TreeMap::new, Collectors.counting())),
        differences);
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(others);
    return left;
  }

  long all() {
    return both.values().stream().mapToLong(Long::longValue).sum();
  }
}
