package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The passages that fit, counted back from the closing one: one walk answers all rules that count
 * the same, whatever their numbers.
 */
final class CountScan implements Precondition {

  private final Question of;
  private final @Nullable ToIntFunction<PassageFacts> value;
  private int[] places = new int[16];
  private int found;
  private int next;
  private long stamp;
  private int fewest = Integer.MAX_VALUE;
  private long longest;

  /**
   * @param value null: passages are counted, else different values of this
   */
  CountScan(Question of, @Nullable ToIntFunction<PassageFacts> value) {
    this.of = of;
    this.value = value;
  }

  /** A rule needs so many within so many milliseconds. */
  void serve(int atLeast, long within) {
    fewest = Math.min(fewest, atLeast);
    longest = Math.max(longest, within);
  }

  @Override
  public boolean holds(Inquiry inquiry) {
    return inquiry.place() + 1 >= fewest
        && place(fewest, inquiry.closing().at() - longest, inquiry) >= 0;
  }

  /**
   * The place of the n-th fitting passage back, the closing one being the first; of equal values
   * only the latest passage counts. -1 when there are fewer that are younger than this.
   *
   * @param n from 1
   * @param after passages at or before this time do not count
   */
  int place(int n, long after, Inquiry inquiry) {
    if (stamp != inquiry.stamp()) {
      stamp = inquiry.stamp();
      found = 0;
      next = inquiry.place();
    }
    SubjectHistory history = inquiry.history();
    while (found < n && next >= 0 && history.get(next).at() > after) {
      PassageFacts passage = history.get(next);
      if (inquiry.test(of.predicate(), passage) && isNew(passage, history)) {
        if (found == places.length) {
          places = Arrays.copyOf(places, 2 * found);
        }
        places[found++] = next;
      } else if (found == 0) {
        // the closing passage itself does not fit
        next = -1;
        break;
      }
      next--;
    }
    return found >= n && history.get(places[n - 1]).at() > after ? places[n - 1] : -1;
  }

  private boolean isNew(PassageFacts passage, SubjectHistory history) {
    if (value == null) {
      return true;
    }
    int own = value.applyAsInt(passage);
    for (int i = 0; i < found; i++) {
      if (value.applyAsInt(history.get(places[i])) == own) {
        return false;
      }
    }
    return true;
  }
}
