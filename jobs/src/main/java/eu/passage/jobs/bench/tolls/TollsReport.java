package eu.passage.jobs.bench.tolls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Median;
import eu.passage.jobs.bench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of the toll path.
 *
 * @param rounds of the operators
 * @param database how many rows a second it takes
 * @param own whether the database was one that the configuration names
 */
record TollsReport(List<PathBench.Measured> rounds, TableBench.Rate database, boolean own) {

  private static final double LEAST = 20_000;

  double eventsPerCpuSecond() {
    return Median.of(rounds.stream().map(PathBench.Measured::eventsPerCpuSecond).toList());
  }

  Target target() {
    return Target.atLeast(
        "toll events a second for each core, without the database",
        Math.rint(eventsPerCpuSecond()),
        LEAST,
        LEAST);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "toll path, median of %d rounds of %,d events: %.1f µs of a processor for each event",
            rounds.size(),
            rounds.get(0).events(),
            1e6 / eventsPerCpuSecond()));
    lines.add(
        String.format(
            Locale.ROOT,
            "PostgreSQL, %s: %,d rows a second (%,d rows, %d a batch, %d connections; %s)",
            own ? "yours" : "one of its own on this machine",
            database.perSecond(),
            database.rows(),
            database.batchSize(),
            database.connections(),
            database.safe()
                ? "each commit waits for the disk"
                : "it does NOT wait for the disk at each commit"));
    lines.add("");
    lines.add(target().line());
    return lines;
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventsPerCpuSecond", eventsPerCpuSecond());
    node.putObject("database")
        .put("configured", own)
        .put("rowsPerSecond", database.perSecond())
        .put("rows", database.rows())
        .put("batchSize", database.batchSize())
        .put("connections", database.connections())
        .put("waitsForTheDisk", database.safe());
    target().json(node.withArray("targets").addObject());
    return node;
  }
}
