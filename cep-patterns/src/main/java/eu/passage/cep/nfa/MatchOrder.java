package eu.passage.cep.nfa;

import java.util.Comparator;
import java.util.List;

/** Which of two matches rests on the more recent events. */
final class MatchOrder {

  /**
   * Over ascending positions: the last one decides, then the one before it, and so on; of two that
   * agree so far the longer is taken for the more recent.
   */
  static final Comparator<List<Integer>> MOST_RECENT_LAST = MatchOrder::compare;

  private MatchOrder() {}

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int back = 1; back <= Math.min(a.size(), b.size()); back++) {
      int order = Integer.compare(a.get(a.size() - back), b.get(b.size() - back));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
