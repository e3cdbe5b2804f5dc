package eu.passage.jobs.rules;

import eu.passage.cep.kit.RuleTestKit;
import eu.passage.cep.kit.TestOutcome;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleTest;
import eu.passage.jobs.console.Style;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tests that rules carry, run, and what is to be said of those that fail. */
final class RuleTrials {

  private static final String EXAMPLE =
      """

        Add what it must find and what it must leave alone:
        tests:
          - given: |
              02:10 1ABC234 FR>BE @EST-1
            expect: [02:10 1ABC234]
      """
          .stripTrailing();

  private final RuleTestKit kit;
  private final Style style;
  private final List<String> failures = new ArrayList<>();
  private final List<String> untested = new ArrayList<>();
  private int rules;
  private int tests;

  RuleTrials(CameraCatalogue cameras, Style style) {
    kit = new RuleTestKit(cameras);
    this.style = style;
  }

  /** Runs every test of every rule. */
  RuleTrials run(CheckedFiles checked) {
    for (CheckedFile file : checked.files()) {
      for (RuleDocument rule : file.rules()) {
        rules++;
        if (rule.tests().isEmpty()) {
          untested.add(untested(file.name(), rule));
        }
        for (RuleTest test : rule.tests()) {
          tests++;
          run(file.name(), rule, test).ifPresent(failures::add);
        }
      }
    }
    return this;
  }

  /** Each test that failed: where, what it says, what came instead. */
  List<String> failures() {
    return failures;
  }

  /** Each rule without tests: where, and what a test looks like. */
  List<String> untested() {
    return untested;
  }

  /** {@code 4 rules, 11 tests: all pass}. */
  String summary() {
    String counts = Plural.of(rules, "rule") + ", " + Plural.of(tests, "test");
    if (tests == 0) {
      return counts;
    }
    int failed = failures.size();
    return counts + ": " + (failed == 0 ? "all pass" : failed + (failed == 1 ? " fails" : " fail"));
  }

  private Optional<String> run(String file, RuleDocument rule, RuleTest test) {
    List<String> lines = new ArrayList<>();
    try {
      TestOutcome outcome = kit.run(rule.rule(), test);
      outcome.missing().forEach(e -> lines.add(style.red("  missing:    " + e.text())));
      outcome.unexpected().forEach(e -> lines.add(style.red("  unexpected: " + e.text())));
    } catch (RuntimeException e) {
      // As in the running job, where the rule would be switched off
      lines.add(style.red("  it broke: " + (e.getMessage() == null ? e : e.getMessage())));
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String head = "%s:%d: a test of %s fails".formatted(file, test.line(), rule.rule().id());
    return Optional.of(
        style.bold(head) + "\n" + written(rule, test) + "\n" + String.join("\n", lines));
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

  private String untested(String file, RuleDocument rule) {
    return style.yellow("%s:%d: %s has no tests".formatted(file, rule.line(), rule.rule().id()))
        + EXAMPLE;
  }
}
