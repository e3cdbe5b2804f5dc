package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;

/**
 * The latest passage that opens a sequence of two steps which the passage in question closes: one
 * walk back answers all rules with these steps, whatever their windows.
 */
final class OpeningScan implements Precondition {

  private static final int NOT_YET = -2;
  private static final int NONE = -1;

  private final Question first;
  private final Question last;
  private int place = NOT_YET;
  private int next;
  private long stamp;
  private long longest;

  OpeningScan(Question first, Question last) {
    this.first = first;
    this.last = last;
  }

  /** A rule has a window of so many milliseconds. */
  void serve(long within) {
    longest = Math.max(longest, within);
  }

  @Override
  public boolean holds(Inquiry inquiry) {
    return exists(inquiry.closing().at() - longest, inquiry);
  }

  /**
   * @param after passages at or before this time do not count
   */
  boolean exists(long after, Inquiry inquiry) {
    if (stamp != inquiry.stamp()) {
      stamp = inquiry.stamp();
      next = inquiry.place() - 1;
      place = last.alone() && !last.closing(inquiry) ? NONE : NOT_YET;
    }
    SubjectHistory history = inquiry.history();
    while (place == NOT_YET && next >= 0 && history.get(next).at() > after) {
      if (opens(history.get(next), inquiry)) {
        place = next;
      }
      next--;
    }
    return place >= 0 && history.get(place).at() > after;
  }

  private boolean opens(PassageFacts opening, Inquiry inquiry) {
    if (!inquiry.test(first.predicate(), opening)) {
      return false;
    }
    if (last.alone()) {
      return true;
    }
    inquiry.bind(0, opening);
    return inquiry.test(last.predicate(), inquiry.closing());
  }
}
