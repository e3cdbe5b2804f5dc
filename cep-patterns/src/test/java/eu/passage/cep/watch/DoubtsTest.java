package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.SubjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which other vehicles a passage may be of. */
class DoubtsTest {

  @Test
  void aSureReadIsOfNoOtherVehicle() {
    assertThat(others(Samples.plate("1ABC238", 0.99))).isEmpty();
    assertThat(others(Samples.plate("1ABC238", 0.97))).isEmpty();
  }

  @Test
  void theTextsThatTheReaderThoughtOfAreTheLikeliestFirst() {
    PlateReading reading = Samples.plate("1ABC238", 0.99);
    reading.setConfidence(0.6f);
    reading.setAlternatives(
        new ArrayList<>(
            List.of(
                new PlateAlternative("1ABC233", "BE", 0.1f, 0f),
                new PlateAlternative("1A8C238", "BE", 0.1f, 0f), // folds into the same key
                new PlateAlternative("1ABC230", "BE", 0.2f, 0f),
                new PlateAlternative("1ABC236", "BE", 0.01f, 0f))));

    assertThat(others(reading)).containsExactly(key("BE", "1ABC230"), key("BE", "1ABC233"));
  }

  @Test
  void aCharacterThatWasNotSureMayBeItsLookalikes() {
    PlateReading reading = Samples.plate("1AMC234", 0.9);
    reading.setCharacterConfidences(
        new ArrayList<>(List.of(0.99f, 0.99f, 0.9f, 0.99f, 0.99f, 0.99f, 0.99f)));

    assertThat(others(reading))
        .containsExactly(key("BE", "1ANC234"), key("BE", "1AHC234"), key("BE", "1AKC234"));
  }

  @Test
  void noMoreAreLookedUpThanIsSet() {
    PlateReading reading = Samples.plate("1ABC238", 0.3);
    for (char c : "012345679".toCharArray()) {
      reading.getAlternatives().add(new PlateAlternative("1ABC23" + c, "BE", 0.07f, 0f));
    }

    assertThat(others(reading)).hasSize(WatchSettings.DEFAULT.maxAlternatives());
  }

  @Test
  void aPlateWhoseCountryWasNotReadMayBeOfEachThatItLooksLike() {
    PlateReading reading = Samples.plate("XY3456", 0.99);
    reading.setCountry(null);
    reading.setCountryConfidence(0);
    reading.setCountriesSeen(Map.of("LU", 0.3f, "NL", 0.4f, "FR", 0.01f));

    assertThat(others(reading)).containsExactly(key("NL", "XY3456"), key("LU", "XY3456"));
  }

  @Test
  void whereTheReaderDoesNotTellTheSyntaxNamesTheCountries() {
    PlateReading reading = Samples.plate("1ABC234", 0.99);
    reading.setCountry(null);
    reading.setCountryConfidence(0);

    assertThat(others(reading)).containsExactly(key("BE", "1ABC234"));
  }

  @ParameterizedTest
  @CsvSource({
    // two different misreads of one plate
    "1ABC233, 0.60, 0.30, 1ARC238, 0.60, 0.30, true",
    // what neither told of counts as just below what they tell: 0.6 x 0.02 is more
    "1ABC233, 0.60, 0.10, 1ARC238, 0.60, 0.11, false",
    "1ABC233, 0.60, 0.10, 1ARC238, 0.60, 0.13, true",
    // read alike, also where a letter stands for a digit
    "1ABC233, 0.40, 0.35, 1ABC233, 0.40, 0.35, false",
    "1ABC233, 0.40, 0.35, 1A8C233, 0.40, 0.35, false",
    // a weak read of the plate itself, and one that lost a character
    "1ABC233, 0.60, 0.30, 1ABC238, 0.50, 0.00, true",
    "1ABC233, 0.60, 0.30, 1ABC23 , 0.60, 0.30, false",
  })
  void twoReadsTogetherAreLikelierOfThePlateOrNot(
      String one,
      double sure,
      double ofPlate,
      String other,
      double otherSure,
      double otherOfPlate,
      boolean together) {
    Doubts first = doubts(Samples.plate(one, sure, "1ABC238", ofPlate));
    Doubts second = doubts(Samples.plate(other, otherSure, "1ABC238", otherOfPlate));

    assertThat(first.together(second, "1ABC238")).isEqualTo(together);
    assertThat(second.together(first, "1ABC238")).isEqualTo(together);
  }

  private static Doubts doubts(PlateReading reading) {
    reading.setCharacterConfidences(new ArrayList<>());
    return new Doubts(reading, WatchSettings.DEFAULT);
  }

  private static List<Long> others(PlateReading reading) {
    return new Doubts(reading, WatchSettings.DEFAULT).otherVehicles();
  }

  private static long key(String country, String plate) {
    return SubjectKey.ofVehicle(country, plate);
  }
}
