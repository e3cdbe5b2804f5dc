package eu.passage.cep.model;

import java.util.Set;

/**
 * A condition and what is known about it before it is asked.
 *
 * @param text as its author wrote it; two predicates of one text over the same steps ask the same
 * @param condition the question
 * @param facets what a passage must at least have to be answered yes
 * @param asks the places of earlier steps it looks at
 * @param habits whether it looks at the vehicle's habits
 */
public record Predicate(
    String text, Condition condition, Facets facets, Set<Integer> asks, boolean habits) {

  public Predicate {
    asks = Set.copyOf(asks);
  }

  /** One that looks at its passage only; the index knows nothing of it. */
  public static Predicate of(String text, Condition condition) {
    return new Predicate(text, condition, Facets.ANY, Set.of(), false);
  }

  /** Whether it needs nothing but the passage. */
  public boolean alone() {
    return asks.isEmpty() && !habits;
  }
}
