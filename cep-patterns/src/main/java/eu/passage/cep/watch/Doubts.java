package eu.passage.cep.watch;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.cep.facts.SubjectKey;
import eu.passage.schemas.plates.Confusions;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plate may be besides what was read, by the reader's own doubt in this very read: the texts
 * and countries that it thought of, and the characters it was not sure of. A table of look-alikes
 * only says what such a character may be instead, never that it is doubtful.
 */
public final class Doubts {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final PlateReading reading;
  private final WatchSettings settings;

  public Doubts(PlateReading reading, WatchSettings settings) {
    this.reading = reading;
    this.settings = settings;
  }

  /**
   * The keys of the other vehicles that it may be, the likeliest first; none for a plate that was
   * read surely.
   */
  public List<Long> otherVehicles() {
    boolean sureText = reading.getConfidence() > 1 - settings.likelyAlternative();
    if (sureText && sureOfCountry()) {
      return List.of();
    }
    Map<String, Double> texts = sureText ? new TreeMap<>() : otherTexts();
    texts.put(reading.getText(), (double) reading.getConfidence());
    Map<Long, Double> keys = new LinkedHashMap<>();
    countries()
        .forEach(
            (country, ofCountry) ->
                texts.forEach(
                    (text, ofText) ->
                        keys.merge(
                            SubjectKey.ofVehicle(country, text), ofCountry * ofText, Math::max)));
    keys.remove(SubjectKey.ofVehicle(reading.getCountry(), reading.getText()));
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue() >= settings.likelyAlternative())
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(settings.maxAlternatives())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the reader thought that this character stands at this place. */
  boolean thinksOf(char character, int place) {
    return likelihood(character, place) >= settings.likelyAlternative();
  }

  /** The odds of this character at this place: how likely, to one that it is anything else. */
  double odds(char character, int place) {
    double likelihood = likelihood(character, place);
    return likelihood / (1 - likelihood);
  }

  /** How likely the reader held this character at this place, where it read another. */
  private double likelihood(char character, int place) {
    double likelihood = doubt(place, character);
    for (PlateAlternative other : reading.getAlternatives()) {
      String text = other.getText();
      if (text.length() == reading.getText().length() && text.charAt(place) == character) {
        likelihood = Math.max(likelihood, other.getConfidence());
      }
    }
    return likelihood;
  }

  /**
   * Whether this read and another one together are likelier of a plate than of what either read.
   * What a reader did not tell of counts as just below what it tells. A vehicle that is read alike
   * twice is what was read, however often the reader doubts it.
   */
  boolean together(Doubts other, String plate) {
    String read = reading.getText();
    String otherRead = other.reading.getText();
    double both = bothOf(plate, other);
    return !alike(read, otherRead)
        && (alike(read, plate) || both > bothOf(read, other))
        && (alike(otherRead, plate) || both > bothOf(otherRead, other));
  }

  private double bothOf(String plate, Doubts other) {
    return likelihood(plate) * other.likelihood(plate);
  }

  /** A letter for a digit aside. */
  private static boolean alike(String one, String other) {
    return one.length() == other.length() && PlateDifference.of(one, other).doubtful().isEmpty();
  }

  /** How likely it is this text, a letter for a digit aside. */
  private double likelihood(String text) {
    double untold = settings.likelyAlternative();
    if (text.length() != reading.getText().length()) {
      return untold;
    }
    List<Integer> doubtful = PlateDifference.of(reading.getText(), text).doubtful();
    if (doubtful.isEmpty()) {
      return reading.getConfidence();
    }
    int place = doubtful.get(0);
    return doubtful.size() == 1 ? Math.max(untold, likelihood(text.charAt(place), place)) : untold;
  }

  /** Whether the plate can be this country's, though another one was read or none. */
  boolean thinksOf(String country) {
    return countries().getOrDefault(country, 0.0) >= settings.likelyAlternative();
  }

  /** A country was read, and nothing is to be asked about others. */
  private boolean sureOfCountry() {
    return reading.getCountry() != null
        && reading.getCountryConfidence() >= settings.goodConfidence();
  }

  private Map<String, Double> otherTexts() {
    Map<String, Double> texts = new TreeMap<>();
    for (PlateAlternative other : reading.getAlternatives()) {
      texts.merge(other.getText(), (double) other.getConfidence(), Math::max);
    }
    String read = reading.getText();
    for (int i = 0; i < read.length(); i++) {
      for (int c = 0; doubtAt(i) >= settings.likelyAlternative() && c < CHARACTERS.length(); c++) {
        double doubt = doubt(i, CHARACTERS.charAt(c));
        if (doubt > 0) {
          String text = read.substring(0, i) + CHARACTERS.charAt(c) + read.substring(i + 1);
          texts.merge(text, doubt, Math::max);
        }
      }
    }
    return texts;
  }

  private double doubtAt(int place) {
    List<Float> sure = reading.getCharacterConfidences();
    return sure.size() == reading.getText().length() ? 1 - sure.get(place) : 0;
  }

  /** The share of a look-alike of the same class in the doubt about a character. */
  private double doubt(int place, char instead) {
    double doubt = doubtAt(place);
    char read = reading.getText().charAt(place);
    if (doubt < settings.likelyAlternative() || Confusions.within(read, instead) == 0) {
      return 0;
    }
    double all = 0;
    for (int c = 0; c < CHARACTERS.length(); c++) {
      all += Confusions.within(read, CHARACTERS.charAt(c));
    }
    return doubt * Confusions.within(read, instead) / all;
  }

  /**
   * The countries whose plate it may be. Where the read names none surely: those that the plate
   * looks like, else those that have such a text.
   */
  private Map<String, Double> countries() {
    Map<String, Double> countries = new TreeMap<>();
    @Nullable String read = reading.getCountry();
    if (!sureOfCountry()) {
      if (reading.getCountriesSeen().isEmpty()) {
        double open = read == null ? 1 : 1 - reading.getCountryConfidence();
        Set<String> possible = PlateSyntax.shipped().countries(reading.getText());
        possible.forEach(country -> countries.put(country, open / possible.size()));
      } else {
        reading
            .getCountriesSeen()
            .forEach((country, share) -> countries.put(country, (double) share));
      }
    }
    if (read != null) {
      countries.put(read, 1.0);
    }
    return countries;
  }
}
