package eu.passage.jobs.bench.rules;

import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

record RulesReport(List<Cell> cells, List<State> states, List<String> disagreements) {
  record State(
      Contender contender, StateBackend backend, long vehicles, int passages, RuleJob.Kept kept) {}

  String table() {
    List<String> lines = new ArrayList<>();
    for (Cell cell : cells) {
      lines.add(cell.title());
      for (Timed one : cell.timed()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-14s %12.0f /CPU s  %8.2f CPU s %s  %s found %d",
                one.contender().title(),
                one.passagesPerCpuSecond(),
                one.cpuSeconds(),
                one.finished() ? "" : "did not finish",
                cell.of(Contender.STOCK).map(s -> String.format("x%.1f", one.times(s))).orElse("")
                    + cell.of(Contender.PASS_THROUGH)
                        .map(s -> String.format(" %.0f %%", 100 * one.times(s)))
                        .orElse(""),
                one.rounds().get(0).found()));
      }
    }
    for (State state : states) {
      lines.add(
          state
              + " savepoint/vehicle "
              + state.kept().savepoint() / state.vehicles()
              + " heap/vehicle "
              + state.kept().heap() / state.vehicles());
    }
    lines.add("disagreements " + disagreements.size());
    disagreements.stream().limit(10).forEach(lines::add);
    return String.join("\n", lines);
  }
}
