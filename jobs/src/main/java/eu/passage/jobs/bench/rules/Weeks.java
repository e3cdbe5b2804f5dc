package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;

/**
 * The traffic that is measured.
 *
 * @param vehicles of the week that most is measured on
 * @param passages of it
 * @param largeVehicles of the week that shows whether size matters
 * @param largePassages of it
 * @param bearable so many passages stock flink-cep can bear on RocksDB
 * @param seenOnce vehicles that pass once, over more than a week
 */
record Weeks(
    int vehicles,
    int passages,
    int largeVehicles,
    int largePassages,
    int bearable,
    SeenOnce seenOnce) {

  private static final long SEED = 20260302;

  PassageFacts[] small() {
    return BorderWeek.of(vehicles, passages, SEED);
  }

  PassageFacts[] large() {
    return BorderWeek.of(largeVehicles, largePassages, SEED + 1);
  }
}
