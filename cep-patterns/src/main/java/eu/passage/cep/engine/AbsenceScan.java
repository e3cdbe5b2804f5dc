package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;

/**
 * When what must not come after the passage in question came: one walk answers all rules with these
 * two steps, whatever their windows.
 */
final class AbsenceScan implements Precondition {

  private final Question first;
  private final Question absent;
  private long brokenAt;
  private long stamp;
  private long shortest = Long.MAX_VALUE;

  AbsenceScan(Question first, Question absent) {
    this.first = first;
    this.absent = absent;
  }

  /** A rule has a window of so many milliseconds. */
  void serve(long within) {
    shortest = Math.min(shortest, within);
  }

  @Override
  public boolean holds(Inquiry inquiry) {
    return lastsUntil(inquiry.closing().at() + shortest, inquiry);
  }

  /** Whether the passage in question opens, and nothing that must not came before this time. */
  boolean lastsUntil(long due, Inquiry inquiry) {
    if (stamp != inquiry.stamp()) {
      stamp = inquiry.stamp();
      brokenAt = first.closing(inquiry) ? look(inquiry) : Long.MIN_VALUE;
    }
    return brokenAt >= due;
  }

  private long look(Inquiry inquiry) {
    inquiry.bind(0, inquiry.closing());
    SubjectHistory history = inquiry.history();
    for (int i = inquiry.place() + 1; i < history.size(); i++) {
      PassageFacts passage = history.get(i);
      if (inquiry.test(absent.predicate(), passage)) {
        return passage.at();
      }
    }
    return Long.MAX_VALUE;
  }
}
