package eu.passage.cep.language;

import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A step as it is written, before its predicate is compiled.
 *
 * @param key {@code then leave}, for faults
 * @param least so many passages at least; 0 for a step that may be left out
 * @param most so many at most
 */
record StepText(String name, Link link, ScalarNode key, ScalarNode predicate, int least, int most) {

  boolean optional() {
    return least == 0;
  }

  Step with(eu.passage.cep.model.Predicate compiled) {
    return new Step(name, link, compiled, least, most);
  }
}
