package eu.passage.cep.fusion;

import eu.passage.avro.PlateReading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The country most readings speak for.
 *
 * @param country ISO 3166-1 alpha-2; null when no reading names one
 * @param confidence its share of what all readings say, 0 without a country
 */
record CountryVote(@Nullable String country, double confidence) {

  static CountryVote of(List<PlateReading> readings) {
    TreeMap<String, Double> weights = new TreeMap<>();
    double all = 0;
    for (PlateReading reading : readings) {
      all += reading.getConfidence();
      if (reading.getCountry() != null) {
        double weight = reading.getConfidence() * reading.getCountryConfidence();
        weights.merge(reading.getCountry(), weight, Double::sum);
      }
    }
    if (weights.isEmpty()) {
      return new CountryVote(null, 0);
    }
    var best = weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return new CountryVote(best.getKey(), all == 0 ? 0 : best.getValue() / all);
  }
}
