package eu.passage.cep.kit;

import eu.passage.cep.language.RuleTest;
import eu.passage.cep.language.RuleTest.Expected;
import java.util.List;

/**
 * How a test of a rule ended.
 *
 * @param missing alerts that should have come
 * @param unexpected alerts that should not have come
 */
public record TestOutcome(RuleTest test, List<Expected> missing, List<Expected> unexpected) {

  public TestOutcome {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  public boolean passed() {
    return missing.isEmpty() && unexpected.isEmpty();
  }
}
