package eu.passage.recognition.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way to spell a merged text.
 *
 * @param probability of the whole text
 * @param characters for each character the probability that it, or one that looks the same, is
 *     there
 */
record Spelling(String text, double probability, List<Float> characters) {

  /** No plate has so many doubtful places that more spellings than these matter. */
  private static final int MAX = 64;

  /**
   * What the net can tell between look-alikes is little: so much is given to each of them before
   * the syntax has its say.
   */
  private static final double SMOOTHING = 0.05;

  /**
   * The spellings of a beam, best first, with its probability divided among them.
   *
   * @param steps unmerged probabilities
   * @param merged the same, merged
   */
  static List<Spelling> of(
      CtcBeams.Beam beam, double[][] steps, double[][] merged, LookAlikes lookAlikes) {
    int[] peaks = Alignment.peaks(merged, beam.symbols());
    List<Float> characters = new ArrayList<>(peaks.length);
    for (int place = 0; place < peaks.length; place++) {
      characters.add((float) Math.min(merged[peaks[place]][beam.symbols().charAt(place)], 1));
    }
    List<Spelling> spellings = List.of(new Spelling("", beam.probability(), characters));
    for (int place = 0; place < peaks.length; place++) {
      String members = lookAlikes.members(beam.symbols().charAt(place));
      double[] shares = shares(steps[peaks[place]], members, lookAlikes);
      List<Spelling> longer = new ArrayList<>();
      for (Spelling spelling : spellings) {
        for (int m = 0; m < members.length(); m++) {
          longer.add(
              new Spelling(
                  spelling.text + members.charAt(m), spelling.probability * shares[m], characters));
        }
      }
      longer.sort(Comparator.comparingDouble(Spelling::probability).reversed());
      spellings = longer.size() <= MAX ? longer : longer.subList(0, MAX);
    }
    return List.copyOf(spellings);
  }

  private static double[] shares(double[] step, String members, LookAlikes lookAlikes) {
    double[] shares = new double[members.length()];
    if (members.length() == 1) {
      shares[0] = 1;
      return shares;
    }
    double sum = 0;
    for (int m = 0; m < shares.length; m++) {
      shares[m] = lookAlikes.probability(step, members.charAt(m));
      sum += shares[m];
    }
    for (int m = 0; m < shares.length; m++) {
      double share = sum == 0 ? 1.0 / shares.length : shares[m] / sum;
      shares[m] = (share + SMOOTHING) / (1 + SMOOTHING * shares.length);
    }
    return shares;
  }
}
