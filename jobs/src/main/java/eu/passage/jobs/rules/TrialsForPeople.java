package eu.passage.jobs.rules;

import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleTest;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.rules.RuleTrials.PlacedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be said of the tests that rules carry: of those that fail, and of those that lack. */
final class TrialsForPeople {

  private static final String EXAMPLE =
      """

        Add what it must find and what it must leave alone:
        tests:
          - given: |
              02:10 1ABC234 FR>BE @EST-1
            expect: [02:10 1ABC234]
      """
          .stripTrailing();

  private final RuleTrials trials;
  private final Style style;

  TrialsForPeople(RuleTrials trials, Style style) {
    this.trials = trials;
    this.style = style;
  }

  /** Each test that failed: where, what it says, what came instead. */
  List<String> failures() {
    return trials.failures().stream().map(this::text).toList();
  }

  /** Each rule without tests: where, and what a test looks like. */
  List<String> untested() {
    return trials.untested().stream().map(rule -> warning(rule, "has no tests") + EXAMPLE).toList();
  }

  /** Each rule whose tests only say what it must find. */
  List<String> unguarded() {
    return trials.unguarded().stream()
        .map(
            rule ->
                warning(rule, "has no test with 'expect: []'")
                    + "\n  Add one of what it must leave alone: whom may it not tell of?")
        .toList();
  }

  /** {@code 4 rules, 11 tests: all pass}. */
  String summary() {
    int tests = trials.trials().size();
    String counts = Plural.of(trials.rules(), "rule") + ", " + Plural.of(tests, "test");
    if (tests == 0) {
      return counts;
    }
    int failed = trials.failures().size();
    return counts + ": " + (failed == 0 ? "all pass" : failed + (failed == 1 ? " fails" : " fail"));
  }

  private String warning(PlacedRule placed, String what) {
    return style.yellow(
        "%s:%d: %s %s".formatted(placed.file(), placed.rule().line(), placed.id(), what));
  }

  private String text(Trial trial) {
    List<String> lines = new ArrayList<>();
    trial.missing().forEach(e -> lines.add(style.red("  missing:    " + e.text())));
    trial.unexpected().forEach(e -> lines.add(style.red("  unexpected: " + e.text())));
    if (!trial.broke().isEmpty()) {
      lines.add(style.red("  it broke: " + trial.broke()));
    }
    RuleDocument rule = trial.rule();
    String head =
        "%s:%d: a test of %s fails".formatted(trial.file(), trial.test().line(), rule.rule().id());
    return style.bold(head) + "\n" + written(rule, trial.test()) + "\n" + String.join("\n", lines);
  }

  /** The test as its author wrote it, which is what is indented below its first line. */
  private static String written(RuleDocument rule, RuleTest test) {
    List<String> lines = rule.source().lines().toList();
    int first = test.line() - rule.line();
    int depth = depth(lines.get(first));
    List<String> written = new ArrayList<>(List.of(lines.get(first)));
    for (String line : lines.subList(first + 1, lines.size())) {
      if (!line.isBlank() && depth(line) <= depth) {
        break;
      }
      written.add(line);
    }
    return written.stream()
        .map(line -> ("  " + line).stripTrailing())
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }
}
