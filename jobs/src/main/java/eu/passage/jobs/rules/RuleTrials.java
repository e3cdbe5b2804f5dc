package eu.passage.jobs.rules;

import eu.passage.cep.kit.RuleTestKit;
import eu.passage.cep.kit.TestOutcome;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleTest;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests that rules carry, run.
 *
 * @param rules how many there are
 * @param untested rules without any test
 * @param unguarded rules with tests, none of which says what must be left alone
 */
record RuleTrials(
    int rules, List<Trial> trials, List<PlacedRule> untested, List<PlacedRule> unguarded) {

  /** A rule, and where it stands. */
  record PlacedRule(String file, RuleDocument rule) {

    String id() {
      return rule.rule().id();
    }
  }

  RuleTrials {
    trials = List.copyOf(trials);
    untested = List.copyOf(untested);
    unguarded = List.copyOf(unguarded);
  }

  /** Runs every test of every rule. */
  static RuleTrials of(CheckedFiles checked, CameraCatalogue cameras) {
    RuleTestKit kit = new RuleTestKit(cameras);
    List<Trial> trials = new ArrayList<>();
    List<PlacedRule> untested = new ArrayList<>();
    List<PlacedRule> unguarded = new ArrayList<>();
    for (CheckedFile file : checked.files()) {
      for (RuleDocument rule : file.rules()) {
        rule.tests().forEach(test -> trials.add(run(kit, file.name(), rule, test)));
        if (rule.tests().isEmpty()) {
          untested.add(new PlacedRule(file.name(), rule));
        } else if (rule.tests().stream().noneMatch(test -> test.expect().isEmpty())) {
          unguarded.add(new PlacedRule(file.name(), rule));
        }
      }
    }
    return new RuleTrials(checked.rules().size(), trials, untested, unguarded);
  }

  /** The tests that did not pass. */
  List<Trial> failures() {
    return trials.stream().filter(trial -> !trial.passed()).toList();
  }

  private static Trial run(RuleTestKit kit, String file, RuleDocument rule, RuleTest test) {
    try {
      TestOutcome outcome = kit.run(rule.rule(), test);
      return new Trial(file, rule, test, outcome.missing(), outcome.unexpected(), "");
    } catch (RuntimeException e) {
      // As in the running job, where the rule would be switched off
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Trial(file, rule, test, List.of(), List.of(), why);
    }
  }
}
