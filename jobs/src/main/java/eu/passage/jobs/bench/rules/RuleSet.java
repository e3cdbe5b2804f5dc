package eu.passage.jobs.bench.rules;

import eu.passage.avro.RuleSource;
import java.util.List;

/**
 * Rules that are measured together.
 *
 * @param name what they have in common
 */
record RuleSet(String name, List<RuleSource> rules) {

  RuleSet {
    rules = List.copyOf(rules);
  }

  static RuleSet four() {
    return new RuleSet("one of each kind", BenchRules.four(true));
  }

  static RuleSet selective(int count) {
    return new RuleSet("selective", BenchRules.selective(count));
  }

  static RuleSet numbers(int count) {
    return new RuleSet("numbers differ", BenchRules.numbers(count));
  }

  int size() {
    return rules.size();
  }
}
