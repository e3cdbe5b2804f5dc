package eu.passage.cep.model;

import eu.passage.cep.facts.PassageFacts;

/** A question about a passage that is answered yes or no, the same each time it is asked. */
@FunctionalInterface
public interface Condition {

  /**
   * @param passage the one in question
   * @param scene what was matched before it, and the vehicle's habits
   */
  boolean test(PassageFacts passage, Scene scene);
}
