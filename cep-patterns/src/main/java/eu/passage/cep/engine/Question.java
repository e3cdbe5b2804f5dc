package eu.passage.cep.engine;

import eu.passage.cep.model.Predicate;

/**
 * A predicate that several rules may ask; about the closing passage it is answered once for all of
 * them.
 */
final class Question implements Precondition {

  private final Predicate predicate;
  private final boolean alone;
  private long stamp;
  private boolean answer;

  Question(Predicate predicate) {
    this.predicate = predicate;
    this.alone = predicate.asks().isEmpty();
  }

  Predicate predicate() {
    return predicate;
  }

  /** Whether it asks about no earlier step. */
  boolean alone() {
    return alone;
  }

  @Override
  public boolean holds(Inquiry inquiry) {
    return closing(inquiry);
  }

  /** The answer about the passage that the inquiry is about. */
  boolean closing(Inquiry inquiry) {
    if (!alone) {
      return inquiry.test(predicate, inquiry.closing());
    }
    if (stamp != inquiry.stamp()) {
      answer = inquiry.test(predicate, inquiry.closing());
      stamp = inquiry.stamp();
    }
    return answer;
  }
}
