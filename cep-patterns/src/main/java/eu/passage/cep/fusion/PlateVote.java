package eu.passage.cep.fusion;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Several readings of one plate made into one. Every text that a frame thought of, and what can be
 * put together of their characters, is held against all frames: the logarithms of what each saw of
 * it are summed, and what syntax says is added once. The order of the readings does not matter.
 */
public final class PlateVote {

  private static final int MAX_ALTERNATIVES = 3;

  /** So many texts are held against all frames, those that the frames thought of most. */
  private static final int MAX_CANDIDATES = 24;

  /**
   * Frames of one vehicle share their light, angle and dirt: each further frame counts as 1 minus
   * this. With 0 eight equally wrong frames would be as good as certain.
   */
  private static final double CORRELATION = 0.3;

  /** What a frame leaves open is spread over so many texts: two frames hardly mean the same one. */
  private static final double OPEN_TEXTS = 1000;

  private static final Comparator<PlateReading> CANONICAL =
      Comparator.comparing(PlateReading::getText)
          .thenComparing(PlateReading::getConfidence)
          .thenComparing(r -> String.valueOf(r.getCountry()))
          .thenComparing(r -> r.getCharacterConfidences().toString())
          .thenComparing(r -> r.getAlternatives().toString())
          .thenComparing(PlateReading::getSeen)
          .thenComparing(r -> new TreeMap<>(r.getCountriesSeen()).toString());

  private PlateVote() {}

  /**
   * The fused reading. One reading alone comes back as it is.
   *
   * @param readings at least one
   */
  public static PlateReading fuse(List<PlateReading> readings) {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a plate is fused from at least one reading");
    }
    if (readings.size() == 1) {
      return PlateReading.newBuilder(readings.get(0)).build();
    }
    // Sums of floating point numbers depend on their order; a canonical one makes the result exact.
    List<PlateReading> sorted = readings.stream().sorted(CANONICAL).toList();
    double weight = (1 + (sorted.size() - 1) * (1 - CORRELATION)) / sorted.size();
    List<FrameEvidence> frames = sorted.stream().map(FrameEvidence::of).toList();
    CountryEvidence countries = CountryEvidence.of(sorted, weight);
    boolean bySight = sorted.stream().allMatch(FrameEvidence::tellsSight);
    TextSearch search =
        new TextSearch(
            text -> {
              double seen = frames.stream().mapToDouble(frame -> frame.log(text)).sum();
              return weight * seen + (bySight ? Math.log(countries.bonus(text)) : 0);
            });
    Map<String, Double> logs = search.from(candidates(frames));
    double rest =
        weight * frames.stream().mapToDouble(FrameEvidence::logOfRest).sum()
            - (weight * frames.size() - 1) * Math.log(OPEN_TEXTS);
    List<Weighed> bestFirst = probabilities(logs, rest);
    String text = bestFirst.get(0).text;
    CountryVote country = countries.isEmpty() ? CountryVote.of(sorted) : countries.vote(text);
    return assemble(bestFirst, country);
  }

  private record Weighed(String text, double probability) {}

  /** The texts the frames thought of most. */
  private static Set<String> candidates(List<FrameEvidence> frames) {
    TreeMap<String, Double> thought = new TreeMap<>();
    for (FrameEvidence frame : frames) {
      frame.listed().forEach((text, p) -> thought.merge(text, p, Double::sum));
    }
    Set<String> candidates = new TreeSet<>();
    thought.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(MAX_CANDIDATES)
        .forEach(entry -> candidates.add(entry.getKey()));
    return candidates;
  }

  private static List<Weighed> probabilities(Map<String, Double> logs, double rest) {
    double most = Math.max(rest, logs.values().stream().mapToDouble(log -> log).max().orElse(0));
    double sum = Math.exp(rest - most);
    for (double log : logs.values()) {
      sum += Math.exp(log - most);
    }
    double all = sum;
    return logs.entrySet().stream()
        .map(entry -> new Weighed(entry.getKey(), Math.exp(entry.getValue() - most) / all))
        .sorted(
            Comparator.comparingDouble(Weighed::probability)
                .reversed()
                .thenComparing(Weighed::text))
        .toList();
  }

  private static PlateReading assemble(List<Weighed> bestFirst, CountryVote country) {
    Weighed best = bestFirst.get(0);
    List<PlateAlternative> alternatives = new ArrayList<>();
    for (Weighed other : bestFirst.subList(1, Math.min(bestFirst.size(), 1 + MAX_ALTERNATIVES))) {
      alternatives.add(
          new PlateAlternative(other.text, country.country(), (float) other.probability, 0f));
    }
    return PlateReading.newBuilder()
        .setText(best.text)
        .setCountry(country.country())
        .setConfidence((float) best.probability)
        .setCountryConfidence((float) country.confidence())
        .setCharacterConfidences(characters(best.text, bestFirst))
        .setAlternatives(alternatives)
        .build();
  }

  /** For each character the probability of all texts of the same length that have it there. */
  private static List<Float> characters(String text, List<Weighed> texts) {
    List<Float> sure = new ArrayList<>(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      double sum = 0;
      for (Weighed other : texts) {
        if (other.text.length() == text.length() && other.text.charAt(i) == character) {
          sum += other.probability;
        }
      }
      sure.add((float) Math.min(sum, 1));
    }
    return sure;
  }
}
