package eu.passage.recognition.read;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Weighs texts and countries together: what the net saw of both, times the bonus that the country's
 * syntax gives to the text. The bonus raises, nothing is ever ruled out: personalised plates exist.
 *
 * <p>Spellings that look alike (0 and O, 1 and I) stand or fall together against other texts, and
 * only the best of them is named: a confidence holds up to such characters.
 */
final class PlateJudge {

  /** Below this a country is a guess among several, and none is named. */
  private static final double MIN_COUNTRY = 0.34;

  private static final String OTHER = "OTHER";
  private static final int MAX_ALTERNATIVES = 4;

  private final List<String> countries;
  private final Function<String, Map<String, Double>> bonuses;

  /**
   * @param countries the classes of the net's country output
   * @param bonuses for a text the countries that have series with it, each with a factor above 1
   */
  PlateJudge(List<String> countries, Function<String, Map<String, Double>> bonuses) {
    this.countries = countries;
    this.bonuses = bonuses;
  }

  private record Weighed(
      Spelling spelling, double weight, @Nullable String country, double countryConfidence) {}

  /**
   * Decides between texts.
   *
   * @param texts for each text its spellings; their probabilities are at most 1 in all
   * @param countryProbabilities the net's, in the order of its countries
   * @return the best text; empty when there is no text at all
   */
  Optional<PlateReading> judge(List<List<Spelling>> texts, double[] countryProbabilities) {
    List<Weighed> weighed = new ArrayList<>(texts.size());
    double all = 0;
    double unseen = 1;
    for (List<Spelling> spellings : texts) {
      Weighed text = best(spellings, countryProbabilities);
      weighed.add(text);
      all += text.weight;
      unseen -= spellings.stream().mapToDouble(Spelling::probability).sum();
    }
    all += Math.max(unseen, 0);
    weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    return weighed.isEmpty() ? Optional.empty() : Optional.of(reading(weighed, all));
  }

  /** The best spelling of a text, with the weight of all of them. */
  private Weighed best(List<Spelling> spellings, double[] countryProbabilities) {
    List<Weighed> weighed =
        spellings.stream().map(spelling -> weigh(spelling, countryProbabilities)).toList();
    Weighed best = weighed.stream().max(Comparator.comparingDouble(Weighed::weight)).orElseThrow();
    double sum = weighed.stream().mapToDouble(Weighed::weight).sum();
    return new Weighed(best.spelling, sum, best.country, best.countryConfidence);
  }

  private Weighed weigh(Spelling spelling, double[] countryProbabilities) {
    Map<String, Double> fitting = bonuses.apply(spelling.text());
    double sum = 0;
    double best = 0;
    String bestCountry = OTHER;
    for (int c = 0; c < countryProbabilities.length; c++) {
      String country = countries.get(c);
      double weight = countryProbabilities[c] * fitting.getOrDefault(country, 1.0);
      sum += weight;
      if (weight > best) {
        best = weight;
        bestCountry = country;
      }
    }
    double confidence = sum == 0 ? 0 : best / sum;
    boolean named = confidence >= MIN_COUNTRY && !bestCountry.equals(OTHER);
    return new Weighed(
        spelling, spelling.probability() * sum, named ? bestCountry : null, named ? confidence : 0);
  }

  private static PlateReading reading(List<Weighed> bestFirst, double all) {
    Weighed best = bestFirst.get(0);
    List<PlateAlternative> alternatives = new ArrayList<>();
    for (Weighed other : bestFirst.subList(1, Math.min(bestFirst.size(), 1 + MAX_ALTERNATIVES))) {
      alternatives.add(
          new PlateAlternative(other.spelling.text(), other.country, (float) (other.weight / all)));
    }
    return PlateReading.newBuilder()
        .setText(best.spelling.text())
        .setCountry(best.country)
        .setConfidence((float) (best.weight / all))
        .setCountryConfidence((float) best.countryConfidence)
        .setCharacterConfidences(best.spelling.characters())
        .setAlternatives(alternatives)
        .build();
  }
}
