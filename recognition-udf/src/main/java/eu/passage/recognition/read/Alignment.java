package eu.passage.recognition.read;

import java.util.Arrays;

/** Where on the time axis each symbol of a text was seen: the likeliest CTC path that spells it. */
final class Alignment {

  private Alignment() {}

  /**
   * Finds where each symbol stands.
   *
   * @param steps probabilities of each class at each step, class 0 the blank
   * @param symbols a text that these steps can spell, as {@link CtcBeams.Beam#symbols}
   * @return for each symbol the step, among those the path gives to it, at which it is likeliest
   */
  static int[] peaks(double[][] steps, String symbols) {
    int states = 2 * symbols.length() + 1; // blank, s1, blank, s2, …, blank
    int[][] from = new int[steps.length][states];
    double[] best = new double[states];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int t = 0; t < steps.length; t++) {
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        int previous = t == 0 ? s : likeliest(best, symbols, s);
        double before = t == 0 ? (s < 2 ? 0 : Double.NEGATIVE_INFINITY) : best[previous];
        from[t][s] = previous;
        next[s] = before + Math.log(steps[t][symbolOf(symbols, s)]);
      }
      best = next;
    }
    int state = states > 1 && best[states - 2] > best[states - 1] ? states - 2 : states - 1;
    int[] peaks = new int[symbols.length()];
    Arrays.fill(peaks, -1);
    for (int t = steps.length - 1; t >= 0; t--) {
      if (state % 2 == 1) {
        int place = state / 2;
        int symbol = symbols.charAt(place);
        if (peaks[place] < 0 || steps[t][symbol] > steps[peaks[place]][symbol]) {
          peaks[place] = t;
        }
      }
      state = from[t][state];
    }
    return peaks;
  }

  /**
   * The state before: the same, the one before, or two before where that skips a needless blank.
   */
  private static int likeliest(double[] best, String symbols, int state) {
    int chosen = state;
    if (state >= 1 && best[state - 1] > best[chosen]) {
      chosen = state - 1;
    }
    boolean maySkip =
        state >= 3 && state % 2 == 1 && symbols.charAt(state / 2) != symbols.charAt(state / 2 - 1);
    if (maySkip && best[state - 2] > best[chosen]) {
      chosen = state - 2;
    }
    return chosen;
  }

  private static int symbolOf(String symbols, int state) {
    return state % 2 == 0 ? 0 : symbols.charAt(state / 2);
  }
}
