package eu.passage.recognition.read;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Weighs texts and countries together: what the net saw of both, times the bonus that the country's
 * syntax gives to the text. The bonus raises, nothing is ever ruled out: personalised plates exist.
 * Of several views of one plate each that shows any text may be the right one, so their weights are
 * averaged.
 *
 * <p>Spellings that look alike (0 and O, 1 and I) stand or fall together against other texts, and
 * only the best of them is named: a confidence holds up to such characters.
 */
final class PlateJudge {

  /** Below this a country is a guess among several, and none is named. */
  private static final double MIN_COUNTRY = 0.34;

  /** Countries that look less likely than this are not passed on. */
  private static final double MIN_SEEN = 0.01;

  private static final String OTHER = "OTHER";
  private static final int MAX_ALTERNATIVES = 4;

  private final List<String> countries;
  private final Function<String, Map<String, Double>> bonuses;
  private final Calibration calibration;

  /**
   * @param countries the classes of the net's country output
   * @param bonuses for a text the countries that have series with it, each with a factor above 1
   */
  PlateJudge(
      List<String> countries,
      Function<String, Map<String, Double>> bonuses,
      Calibration calibration) {
    this.countries = countries;
    this.bonuses = bonuses;
    this.calibration = calibration;
  }

  /**
   * What one view shows.
   *
   * @param texts their probabilities are at most 1 in all
   * @param nothing probability that there is no text: a net says so of a plate cut the wrong way
   * @param countries probabilities in the order of the net's countries
   */
  record Sight(List<Candidate> texts, double nothing, double[] countries) {}

  /**
   * A text and what speaks for it.
   *
   * @param seen probability by its looks
   * @param weight with syntax
   * @param countries the net's, of the view that shows it best
   */
  private record Weighed(
      Spelling spelling,
      double seen,
      double weight,
      @Nullable String country,
      double countryConfidence,
      double[] countries) {

    Weighed plus(Weighed other) {
      Weighed best = weight >= other.weight ? this : other;
      return new Weighed(
          best.spelling,
          seen + other.seen,
          weight + other.weight,
          best.country,
          best.countryConfidence,
          best.countries);
    }

    Weighed times(double factor) {
      return new Weighed(
          spelling, seen * factor, weight * factor, country, countryConfidence, countries);
    }
  }

  /**
   * Decides between texts.
   *
   * @param sights at least one
   * @return the best text; empty when there is no text at all
   */
  Optional<PlateReading> judge(List<Sight> sights) {
    Map<String, Weighed> weighed = new HashMap<>();
    for (Sight sight : sights) {
      for (Candidate candidate : sight.texts) {
        weighed.merge(candidate.symbols(), best(candidate, sight.countries), (a, b) -> a.plus(b));
      }
    }
    // a view in which nothing is to be read takes nothing from the others
    double views = Math.max(1, sights.stream().mapToDouble(sight -> 1 - sight.nothing).sum());
    List<Weighed> bestFirst =
        weighed.values().stream()
            .map(text -> text.times(1 / views))
            .sorted(
                Comparator.comparingDouble(Weighed::weight)
                    .reversed()
                    .thenComparing(text -> text.spelling.text()))
            .toList();
    return bestFirst.isEmpty() ? Optional.empty() : Optional.of(reading(bestFirst));
  }

  /** The best spelling of a text, with the weight of all of them. */
  private Weighed best(Candidate candidate, double[] countryProbabilities) {
    List<Weighed> weighed =
        candidate.spellings().stream()
            .map(spelling -> weigh(spelling, countryProbabilities))
            .toList();
    Weighed best = weighed.stream().max(Comparator.comparingDouble(Weighed::weight)).orElseThrow();
    double sum = weighed.stream().mapToDouble(Weighed::weight).sum();
    return new Weighed(
        best.spelling,
        candidate.probability(),
        sum,
        best.country,
        best.countryConfidence,
        countryProbabilities);
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
        spelling,
        spelling.probability(),
        spelling.probability() * sum,
        named ? bestCountry : null,
        named ? confidence : 0,
        countryProbabilities);
  }

  private PlateReading reading(List<Weighed> bestFirst) {
    Weighed best = bestFirst.get(0);
    double unseen = 1 - bestFirst.stream().mapToDouble(Weighed::seen).sum();
    double all = bestFirst.stream().mapToDouble(Weighed::weight).sum() + Math.max(unseen, 0);
    double confidence = calibration.probability(best.weight / all, best.seen);
    double rest = Math.max(all - best.weight, Double.MIN_NORMAL);
    List<PlateAlternative> alternatives = new ArrayList<>();
    for (Weighed other : bestFirst.subList(1, Math.min(bestFirst.size(), 1 + MAX_ALTERNATIVES))) {
      double share =
          Math.min((1 - confidence) * other.weight / rest, confidence * other.weight / best.weight);
      alternatives.add(
          new PlateAlternative(
              other.spelling.text(), other.country, (float) share, (float) other.seen));
    }
    return PlateReading.newBuilder()
        .setText(best.spelling.text())
        .setCountry(best.country)
        .setConfidence((float) confidence)
        .setCountryConfidence((float) best.countryConfidence)
        .setCharacterConfidences(best.spelling.characters())
        .setAlternatives(alternatives)
        .setSeen((float) Math.min(best.seen, 1))
        .setCountriesSeen(seen(best.countries))
        .build();
  }

  private Map<String, Float> seen(double[] probabilities) {
    Map<String, Float> seen = new TreeMap<>();
    for (int c = 0; c < probabilities.length; c++) {
      if (probabilities[c] >= MIN_SEEN && !countries.get(c).equals(OTHER)) {
        seen.put(countries.get(c), (float) probabilities[c]);
      }
    }
    return seen;
  }
}
