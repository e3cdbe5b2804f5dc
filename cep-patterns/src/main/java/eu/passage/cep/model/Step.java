package eu.passage.cep.model;

/**
 * One step of a sequence.
 *
 * @param name unique in the rule
 * @param link how it follows the step before
 * @param predicate what its passages are
 * @param least so many passages at least; 0 for a step that may be left out
 * @param most so many at most
 */
public record Step(String name, Link link, Predicate predicate, int least, int most) {

  /** How a step follows the one before it. */
  public enum Link {
    /** The first step. */
    FIRST,
    /** Some time after it, other passages may lie between. */
    THEN,
    /** The vehicle's very next passage. */
    NEXT,
    /** No such passage between its neighbours; as last step: none before the time is up. */
    NOT
  }

  /** A step of exactly one passage, or of none for {@link Link#NOT}. */
  public Step(String name, Link link, Predicate predicate) {
    this(name, link, predicate, 1, 1);
  }

  public Step {
    if (least < 0 || most < Math.max(1, least)) {
      throw new IllegalArgumentException(
          "step %s: %d to %d times is impossible".formatted(name, least, most));
    }
    if (link == Link.NOT && (least != 1 || most != 1)) {
      throw new IllegalArgumentException("step %s: a 'not' step has no number".formatted(name));
    }
  }

  /** Whether a match cannot be without it. */
  public boolean mandatory() {
    return link != Link.NOT && least > 0;
  }
}
