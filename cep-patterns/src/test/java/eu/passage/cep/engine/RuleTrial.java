package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Rule;
import java.util.Arrays;
import java.util.List;

/**
 * One rule and one vehicle: passages go in line by line, see {@link Border}, and alerts come out.
 */
final class RuleTrial {

  private final Subjects subjects;

  RuleTrial(Rule rule) {
    subjects = Subjects.of(rule);
  }

  /** Passages in the order they come, which need not be that of their times. */
  RuleTrial pass(String... lines) {
    Arrays.stream(lines).map(Border::passage).forEach(p -> subjects.pass(p, Long.MIN_VALUE));
    return this;
  }

  /** Event time comes to this local time. */
  RuleTrial until(String local) {
    subjects.timeIs(Border.local(local));
    return this;
  }

  /** When the rule came true and people were told. */
  List<Long> times() {
    return subjects.told.stream().map(Hit::at).toList();
  }

  /** What the alerts rest on. */
  List<List<PassageFacts>> evidence() {
    return subjects.told.stream().map(Hit::passages).toList();
  }
}
