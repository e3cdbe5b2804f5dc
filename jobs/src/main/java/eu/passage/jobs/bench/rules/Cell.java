package eu.passage.jobs.bench.rules;

import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.List;
import java.util.Optional;

/**
 * One setting and who was measured on it.
 *
 * @param part which of the questions it answers
 * @param ruleSet what the rules are
 * @param vehicles in the week
 */
record Cell(
    Part part,
    StateBackend backend,
    String ruleSet,
    int rules,
    int vehicles,
    int passages,
    List<Timed> timed) {

  Optional<Timed> of(Contender contender) {
    return timed.stream().filter(one -> one.contender() == contender).findFirst();
  }

  String title() {
    return "%s, %d %s, %,d passages of %,d vehicles"
        .formatted(
            backend == StateBackend.HASHMAP ? "heap" : "RocksDB",
            rules,
            ruleSet,
            passages,
            vehicles);
  }
}
