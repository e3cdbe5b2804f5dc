package eu.passage.jobs.rules;

import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleTest;
import eu.passage.cep.language.RuleTest.Expected;
import java.util.List;

/**
 * A test that a rule carries, run.
 *
 * @param file where the rule stands
 * @param missing alerts that should have come
 * @param unexpected alerts that should not have come
 * @param broke what the rule failed with, as it would in the running job; else empty
 */
record Trial(
    String file,
    RuleDocument rule,
    RuleTest test,
    List<Expected> missing,
    List<Expected> unexpected,
    String broke) {

  Trial {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  boolean passed() {
    return missing.isEmpty() && unexpected.isEmpty() && broke.isEmpty();
  }
}
