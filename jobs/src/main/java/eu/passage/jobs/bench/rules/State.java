package eu.passage.jobs.bench.rules;

import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.Locale;

/**
 * What is kept after a week.
 *
 * @param savepoint bytes of a savepoint
 * @param heap bytes of objects that the running job holds, when state is on the heap
 */
record State(
    Contender contender,
    StateBackend backend,
    long vehicles,
    int passages,
    long savepoint,
    long heap) {

  double savepointPerVehicle() {
    return (double) savepoint / vehicles;
  }

  double heapPerVehicle() {
    return (double) heap / vehicles;
  }

  String line() {
    String text =
        String.format(
            Locale.ROOT,
            "  %-13s  %,d vehicles, %.1f passages each: %.0f bytes of savepoint for each vehicle",
            contender.title(),
            vehicles,
            (double) passages / vehicles,
            savepointPerVehicle());
    return backend == StateBackend.HASHMAP
        ? text + String.format(Locale.ROOT, ", %.0f bytes on the heap", heapPerVehicle())
        : text;
  }
}
