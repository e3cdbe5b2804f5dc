package eu.passage.jobs.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.language.RuleTest.Expected;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.rules.RuleTrials.PlacedRule;
import java.util.ArrayList;
import java.util.List;

/** The tests that rules carry, as scripts are told of them: one object a line. */
final class TrialLines {

  private TrialLines() {}

  /** A line for each test, then for each rule that lacks tests, and one for all together. */
  static List<String> of(RuleTrials trials) {
    List<String> lines = new ArrayList<>();
    trials.trials().forEach(trial -> lines.add(Json.line(json(trial))));
    trials.untested().forEach(rule -> lines.add(warning(rule, "has no tests")));
    trials.unguarded().forEach(rule -> lines.add(warning(rule, "has no test with 'expect: []'")));
    lines.add(
        Json.line(
            Json.object()
                .put("rules", trials.rules())
                .put("tests", trials.trials().size())
                .put("failed", trials.failures().size())
                .put("untested", trials.untested().size())
                .put("unguarded", trials.unguarded().size())));
    return lines;
  }

  private static ObjectNode json(Trial trial) {
    ObjectNode line =
        Json.object()
            .put("rule", trial.rule().rule().id())
            .put("file", trial.file())
            .put("line", trial.test().line())
            .put("passed", trial.passed());
    texts(line.putArray("missing"), trial.missing());
    texts(line.putArray("unexpected"), trial.unexpected());
    return line.put("message", trial.broke());
  }

  private static void texts(ArrayNode array, List<Expected> alerts) {
    alerts.forEach(alert -> array.add(alert.text()));
  }

  private static String warning(PlacedRule placed, String what) {
    return Json.line(
        Json.object()
            .put("warning", placed.id() + " " + what)
            .put("rule", placed.id())
            .put("file", placed.file())
            .put("line", placed.rule().line()));
  }
}
