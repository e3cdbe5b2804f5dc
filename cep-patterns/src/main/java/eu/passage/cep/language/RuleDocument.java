package eu.passage.cep.language;

import eu.passage.cep.model.Rule;
import java.util.List;

/**
 * One rule of a file.
 *
 * @param source its text alone, as it travels
 * @param line where it starts in its file, from 1
 * @param tests what its author expects of it
 */
public record RuleDocument(Rule rule, String source, int line, List<RuleTest> tests) {

  public RuleDocument {
    tests = List.copyOf(tests);
  }
}
