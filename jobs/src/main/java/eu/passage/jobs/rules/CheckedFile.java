package eu.passage.jobs.rules;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleDocument;
import java.util.List;
import java.util.Optional;

/**
 * What a file holds: rules, or faults.
 *
 * @param unreadable why there is no text at all
 */
record CheckedFile(
    String name, List<RuleDocument> rules, List<Fault> faults, Optional<String> unreadable) {

  CheckedFile {
    rules = List.copyOf(rules);
    faults = List.copyOf(faults);
  }

  boolean isRight() {
    return faults.isEmpty() && unreadable.isEmpty();
  }
}
