package eu.passage.jobs.bench.tolls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Median;
import eu.passage.jobs.bench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured of the toll path.
 *
 * @param rounds of the operators
 * @param database how many rows a second it takes; empty where none was named
 */
record TollsReport(List<PathBench.Measured> rounds, Optional<TableBench.Rate> database) {

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
        database
            .map(
                rate ->
                    String.format(
                        Locale.ROOT,
                        "database: %,d rows a second (%,d rows, %d a batch, %d connections)",
                        rate.perSecond(),
                        rate.rows(),
                        rate.batchSize(),
                        rate.connections()))
            .orElse("database: none; name one under tollArchive.database of --config"));
    lines.add("");
    lines.add(target().line());
    return lines;
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventsPerCpuSecond", eventsPerCpuSecond());
    database.ifPresent(rate -> node.put("rowsPerSecond", rate.perSecond()));
    target().json(node.withArray("targets").addObject());
    return node;
  }
}
