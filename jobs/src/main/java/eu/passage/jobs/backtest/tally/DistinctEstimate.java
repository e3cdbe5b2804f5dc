package eu.passage.jobs.backtest.tally;

import java.util.BitSet;

/**
 * About how many different texts there were, in 256 KB: linear counting (Whang and others, 1990).
 * Within one percent up to several millions.
 */
final class DistinctEstimate {

  private static final int BITS = 1 << 21;

  private final BitSet seen = new BitSet();

  void add(String text) {
    // String.hashCode of plates differs in its low bits only
    long hash = text.hashCode() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash ^= hash >>> 32;
    seen.set((int) (hash * 0x9E3779B97F4A7C15L >>> 43));
  }

  long estimate() {
    int empty = BITS - seen.cardinality();
    return Math.round(BITS * Math.log((double) BITS / Math.max(1, empty)));
  }
}
