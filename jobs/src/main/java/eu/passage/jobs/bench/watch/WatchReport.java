package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.console.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured, as tables for people or as JSON. */
record WatchReport(
    Optional<MonthReport> month, Optional<CostReport> cost, Optional<LiveReport> live) {

  /** Whether every target is met. */
  boolean good() {
    return targets().stream().allMatch(Target::isMet);
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    month.ifPresent(report -> targets.addAll(report.targets()));
    cost.ifPresent(report -> targets.addAll(report.targets()));
    live.ifPresent(report -> targets.addAll(report.targets()));
    return targets;
  }

  String table() {
    List<String> lines = new ArrayList<>();
    month.ifPresent(report -> add(report.lines(), lines));
    cost.ifPresent(report -> add(report.lines(), lines));
    live.ifPresent(report -> add(report.lines(), lines));
    targets().stream().map(Target::line).forEach(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> part, List<String> lines) {
    lines.addAll(part);
    lines.add("");
  }

  String json() {
    ObjectNode node = Json.object();
    month.ifPresent(report -> report.json(node.putObject("month")));
    cost.ifPresent(report -> report.json(node.putObject("cost")));
    live.ifPresent(report -> report.json(node.putObject("live")));
    targets().forEach(target -> target.json(node.withArray("targets").addObject()));
    return Json.line(node);
  }
}
