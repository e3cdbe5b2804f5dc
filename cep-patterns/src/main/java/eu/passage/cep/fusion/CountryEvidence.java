package eu.passage.cep.fusion;

import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.PlateOdds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all frames saw of a plate's country, whatever its text, and what a text's syntax adds to it.
 */
final class CountryEvidence {

  /** A frame that does not name a country found it less likely than this. */
  private static final double UNNAMED = 0.005;

  /** Below this a country is a guess among several, and none is named: as a single frame has it. */
  private static final double MIN = 0.34;

  private final Map<String, Double> looks;

  private CountryEvidence(Map<String, Double> looks) {
    this.looks = looks;
  }

  /**
   * The looks of all frames together.
   *
   * @param weight how much each frame counts, 0 to 1
   */
  static CountryEvidence of(List<PlateReading> readings, double weight) {
    Map<String, Double> logs = new TreeMap<>();
    List<Map<String, Float>> frames =
        readings.stream().map(PlateReading::getCountriesSeen).filter(m -> !m.isEmpty()).toList();
    for (Map<String, Float> frame : frames) {
      frame.keySet().forEach(country -> logs.put(country, 0.0));
    }
    for (Map<String, Float> frame : frames) {
      logs.replaceAll(
          (country, log) -> {
            Float seen = frame.get(country);
            return log + weight * Math.log(seen == null ? UNNAMED : Math.max(seen, UNNAMED));
          });
    }
    double most = logs.values().stream().mapToDouble(log -> log).max().orElse(0);
    Map<String, Double> looks = new HashMap<>(logs);
    looks.replaceAll((country, log) -> Math.exp(log - most));
    double sum = looks.values().stream().mapToDouble(p -> p).sum();
    looks.replaceAll((country, p) -> p / sum);
    return new CountryEvidence(looks);
  }

  /** Whether no frame told anything. */
  boolean isEmpty() {
    return looks.isEmpty();
  }

  /** By how much syntax speaks for a text of one of these countries: 1 or more. */
  double bonus(String text) {
    Map<String, Double> bonuses = PlateOdds.shipped().bonuses(text);
    return looks.entrySet().stream()
        .mapToDouble(look -> look.getValue() * bonuses.getOrDefault(look.getKey(), 1.0))
        .sum();
  }

  /** The country of a text. */
  CountryVote vote(String text) {
    Map<String, Double> bonuses = PlateOdds.shipped().bonuses(text);
    Map<String, Double> weights = new TreeMap<>(looks);
    weights.replaceAll((country, look) -> look * bonuses.getOrDefault(country, 1.0));
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() / sum >= MIN)
        .map(best -> new CountryVote(best.getKey(), best.getValue() / sum))
        .orElseGet(() -> new CountryVote(null, 0));
  }
}
