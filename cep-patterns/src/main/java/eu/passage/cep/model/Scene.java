package eu.passage.cep.model;

import eu.passage.cep.facts.PassageFacts;

/** What surrounds the passage that a {@link Condition} is asked about. */
public interface Scene {

  /**
   * The passage matched by an earlier step; of one that repeats, the latest.
   *
   * @param step its place among the rule's steps, from 0; only steps that {@link Predicate#asks}
   */
  PassageFacts step(int step);

  /** The vehicle's habits before the passage in question; only where {@link Predicate#habits}. */
  Habits habits();
}
