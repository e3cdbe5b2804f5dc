package eu.passage.jobs.bench.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.console.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, as tables for people or as JSON. */
record RulesReport(
    List<Cell> cells,
    Optional<Agreed> agreed,
    List<State> states,
    List<Growth> growths,
    Optional<Profile> profile) {

  private static final int DIFFERENCES_SHOWN = 10;

  /** Whether all targets were met and both found the same. */
  boolean good() {
    return agreed.map(Agreed::differences).map(List::isEmpty).orElse(true)
        && targets().stream().allMatch(Target::isMet);
  }

  private List<Target> targets() {
    return Targets.of(cells, growths);
  }

  String table() {
    List<String> lines = new ArrayList<>();
    cells.forEach(cell -> add(cell, lines));
    agreed.ifPresent(found -> add(found, lines));
    if (!states.isEmpty()) {
      lines.add("kept after the week");
      states.stream().map(State::line).forEach(lines::add);
      lines.add("");
    }
    growths.forEach(growth -> lines.addAll(growth.lines()));
    profile.ifPresent(found -> lines.addAll(found.lines()));
    targets().stream().map(Target::line).forEach(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(Cell cell, List<String> lines) {
    lines.add(cell.title());
    lines.add(
        "  contender      rules                   passages/CPU s    CPU s  times flink-cep"
            + "  of pass-through    found");
    for (Timed one : cell.timed()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-13s  %-22s  %,14.0f  %7.2f  %15s  %15s  %,7d%s",
              one.contender().title(),
              rules(one),
              one.passagesPerCpuSecond(),
              one.cpuSeconds(),
              stock(cell, one)
                  .map(s -> String.format(Locale.ROOT, "%.1f", one.times(s)))
                  .orElse(""),
              cell.of(Contender.PASS_THROUGH)
                  .map(p -> String.format(Locale.ROOT, "%.0f %%", 100 * one.times(p)))
                  .orElse(""),
              one.found(),
              one.finished() ? "" : "  did not finish"));
    }
    lines.add("");
  }

  private static String rules(Timed one) {
    return one.contender() == Contender.PASS_THROUGH
        ? "none"
        : one.rules().size() + " " + one.rules().name();
  }

  /** The stock operator with the same rules, where it came to an end. */
  private static Optional<Timed> stock(Cell cell, Timed one) {
    return one.contender() == Contender.PASS_THROUGH
        ? Optional.empty()
        : cell.of(Contender.STOCK, one.rules()).filter(Timed::finished);
  }

  private static void add(Agreed found, List<String> lines) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d alerts of both, as often as a rule comes true at a vehicle's passage: %s",
            found.all(),
            found.both()));
    found.differences().stream().limit(DIFFERENCES_SHOWN).forEach(lines::add);
    if (!found.differences().isEmpty()) {
      lines.add("MISSED   they differ in " + found.differences().size());
    }
    lines.add("");
  }

  String json() {
    ObjectNode all = Json.object();
    ArrayNode array = all.putArray("cells");
    for (Cell cell : cells) {
      ObjectNode node =
          array
              .addObject()
              .put("part", cell.part().name().toLowerCase(Locale.ROOT))
              .put("backend", cell.backend().name().toLowerCase(Locale.ROOT))
              .put("vehicles", cell.vehicles())
              .put("passages", cell.passages());
      cell.timed().forEach(one -> add(one, node.withArray("contenders").addObject()));
    }
    agreed.ifPresent(
        found -> {
          ObjectNode node = all.putObject("agreement").put("both", found.all());
          found.differences().forEach(node.putArray("differences")::add);
        });
    for (State state : states) {
      all.withArray("state")
          .addObject()
          .put("contender", state.contender().title())
          .put("backend", state.backend().name().toLowerCase(Locale.ROOT))
          .put("vehicles", state.vehicles())
          .put("passages", state.passages())
          .put("savepointBytesPerVehicle", state.savepointPerVehicle())
          .put("heapBytesPerVehicle", state.heapPerVehicle());
    }
    growths.forEach(growth -> growth.json(all.withArray("growth").addObject()));
    profile.ifPresent(found -> found.json(all.putObject("profile")));
    targets().forEach(target -> target.json(all.withArray("targets").addObject()));
    return Json.line(all);
  }

  private static void add(Timed one, ObjectNode node) {
    node.put("name", one.contender().title())
        .put("rules", one.contender() == Contender.PASS_THROUGH ? 0 : one.rules().size())
        .put("ruleSet", one.rules().name())
        .put("passagesPerCpuSecond", one.passagesPerCpuSecond())
        .put("cpuSeconds", one.cpuSeconds())
        .put("rounds", one.rounds().size())
        .put("found", one.found())
        .put("finished", one.finished());
  }
}
