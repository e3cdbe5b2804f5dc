package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several readings of one plate made into one: a vote for each character by summed log-likelihood,
 * the readers' alternatives included. The order of the readings does not matter.
 */
public final class PlateVote {

  private static final int MAX_ALTERNATIVES = 3;

  private static final Comparator<PlateReading> CANONICAL =
      Comparator.comparing(PlateReading::getText)
          .thenComparing(PlateReading::getConfidence)
          .thenComparing(r -> String.valueOf(r.getCountry()))
          .thenComparing(r -> r.getCharacterConfidences().toString())
          .thenComparing(r -> r.getAlternatives().toString());

  private PlateVote() {}

  /**
   * The fused reading. One reading alone comes back with its own text and confidence.
   *
   * @param readings at least one
   */
  public static PlateReading fuse(List<PlateReading> readings) {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a plate is fused from at least one reading");
    }
    // Sums of floating point numbers depend on their order; a canonical one makes the result exact.
    List<PlateReading> sorted = readings.stream().sorted(CANONICAL).toList();
    TreeMap<Integer, Double> lengths = weightByLength(sorted);
    int length = likeliest(lengths);
    List<CharacterVote> votes = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      votes.add(CharacterVote.at(i, length, sorted));
    }
    return assemble(votes, shareOf(length, lengths), CountryVote.of(sorted));
  }

  private static TreeMap<Integer, Double> weightByLength(List<PlateReading> readings) {
    TreeMap<Integer, Double> weights = new TreeMap<>();
    for (PlateReading reading : readings) {
      weights.merge(reading.getText().length(), (double) reading.getConfidence(), Double::sum);
      for (PlateAlternative a : reading.getAlternatives()) {
        weights.merge(a.getText().length(), (double) a.getConfidence(), Double::sum);
      }
    }
    return weights;
  }

  private static int likeliest(TreeMap<Integer, Double> weights) {
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Squares sharpen: two sure frames are not brought down much by one doubtful third. */
  private static double shareOf(int length, TreeMap<Integer, Double> weights) {
    double all = weights.values().stream().mapToDouble(w -> w * w).sum();
    double own = weights.getOrDefault(length, 0.0);
    return all == 0 ? 0 : own * own / all;
  }

  private static PlateReading assemble(
      List<CharacterVote> votes, double share, CountryVote country) {
    StringBuilder text = new StringBuilder();
    List<Float> sure = new ArrayList<>();
    double confidence = share;
    for (CharacterVote vote : votes) {
      text.append(vote.best());
      sure.add((float) vote.confidence());
      confidence *= vote.confidence();
    }
    return PlateReading.newBuilder()
        .setText(text.toString())
        .setCountry(country.country())
        .setConfidence((float) confidence)
        .setCountryConfidence((float) country.confidence())
        .setCharacterConfidences(sure)
        .setAlternatives(alternatives(text.toString(), votes, confidence, country.country()))
        .build();
  }

  /** The texts that differ in the one character that was most in doubt. */
  private static List<PlateAlternative> alternatives(
      String text, List<CharacterVote> votes, double confidence, @Nullable String country) {
    List<PlateAlternative> all = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      CharacterVote vote = votes.get(i);
      if (vote.hasSecond()) {
        String other = text.substring(0, i) + vote.second() + text.substring(i + 1);
        double probability = confidence * vote.secondConfidence() / vote.confidence();
        all.add(new PlateAlternative(other, country, (float) probability));
      }
    }
    all.sort(
        Comparator.comparing(PlateAlternative::getConfidence)
            .reversed()
            .thenComparing(PlateAlternative::getText));
    List<PlateAlternative> best = all.subList(0, Math.min(MAX_ALTERNATIVES, all.size()));
    double sum = best.stream().mapToDouble(PlateAlternative::getConfidence).sum();
    if (sum > 1 - confidence) {
      best.forEach(
          a -> a.setConfidence((float) (a.getConfidence() * Math.max(0, 1 - confidence) / sum)));
    }
    return new ArrayList<>(best);
  }
}
