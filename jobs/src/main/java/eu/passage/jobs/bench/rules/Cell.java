package eu.passage.jobs.bench.rules;

import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting and who was measured on it, in turns.
 *
 * @param part which of the questions it answers
 * @param vehicles in the week
 */
record Cell(Part part, StateBackend backend, long vehicles, int passages, List<Timed> timed) {

  /** The first of a contender. */
  Optional<Timed> of(Contender contender) {
    return timed.stream().filter(one -> one.contender() == contender).findFirst();
  }

  /** A contender with so many rules of a set. */
  Optional<Timed> of(Contender contender, RuleSet rules) {
    return timed.stream()
        .filter(one -> one.contender() == contender && one.rules().equals(rules))
        .findFirst();
  }

  String title() {
    return String.format(
        Locale.ROOT, "%s, %,d passages of %,d vehicles", name(backend), passages, vehicles);
  }

  static String name(StateBackend backend) {
    return backend == StateBackend.HASHMAP ? "heap" : "RocksDB";
  }
}
