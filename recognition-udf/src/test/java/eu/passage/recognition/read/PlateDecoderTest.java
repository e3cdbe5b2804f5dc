package eu.passage.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.PlateAlternative;
import eu.passage.avro.PlateReading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;
import org.junit.jupiter.api.Test;

class PlateDecoderTest {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ";
  private static final List<String> COUNTRIES = List.of("BE", "FR", "NL", "OTHER");
  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "BE", Pattern.compile("[1-9][A-Z]{3}\\d{3}"),
          "FR", Pattern.compile("[A-HJ-NP-TV-Z]{2}\\d{3}[A-HJ-NP-TV-Z]{2}"));

  private final PlateDecoder decoder =
      new PlateDecoder(ALPHABET, COUNTRIES, PlateDecoderTest::bonuses, Calibration.NONE);

  @Test
  void aClearPlateIsReadWithItsCountryAndOneConfidenceForEachCharacter() {
    PlateReading reading = decode(spelled("1ABC234", 0.98), 0.9, 0.05, 0.03, 0.02);
    assertThat(reading.getText()).isEqualTo("1ABC234");
    assertThat(reading.getCountry()).isEqualTo("BE");
    assertThat(reading.getConfidence()).isBetween(0.9f, 1f);
    assertThat(reading.getCountryConfidence()).isBetween(0.99f, 1f);
    assertThat(reading.getCharacterConfidences())
        .hasSize(7)
        .allSatisfy(c -> assertThat(c).isCloseTo(0.98f, within(0.01f)));
  }

  @Test
  void theShapeSettlesWhatTheGlyphLeavesOpen() {
    double[][] steps = spelled("1AOC2O4", 0.98);
    spread(steps, 2, Map.of('0', 0.6, 'O', 0.3, 'Q', 0.08));
    spread(steps, 5, Map.of('0', 0.3, 'O', 0.6, 'Q', 0.08));
    PlateReading reading = decode(steps, 0.9, 0.05, 0.03, 0.02);
    assertThat(reading.getText()).isEqualTo("1AOC204");
  }

  @Test
  void doubtBetweenLookAlikesDoesNotLetAnotherCharacterWin() {
    double[][] steps = spelled("1ABC234", 0.98);
    spread(steps, 2, Map.of('0', 0.2, 'O', 0.2, 'Q', 0.2, 'D', 0.38));
    assertThat(decode(steps, 0.9, 0.05, 0.03, 0.02).getText()).isEqualTo("1AOC234");
  }

  @Test
  void aPersonalisedPlateOfNoShapeIsReadAllTheSame() {
    PlateReading reading = decode(spelled("9BADASS9", 0.98), 0.9, 0.05, 0.03, 0.02);
    assertThat(reading.getText()).isEqualTo("9BADASS9");
    assertThat(reading.getCountry()).isEqualTo("BE");
  }

  @Test
  void aShapeNeverOverturnsClearGlyphs() {
    // 8 for B would give the shape of a Belgian plate, but B is what is there
    assertThat(decode(spelled("BABC234", 0.999), 0.9, 0.05, 0.03, 0.02).getText())
        .isEqualTo("BABC234");
  }

  @Test
  void aDoubtBetweenTwoCharactersComesBackAsAnAlternative() {
    double[][] steps = spelled("1ABC234", 0.98);
    spread(steps, 6, Map.of('4', 0.6, '9', 0.38));
    PlateReading reading = decode(steps, 0.9, 0.05, 0.03, 0.02);
    assertThat(reading.getText()).isEqualTo("1ABC234");
    assertThat(reading.getCharacterConfidences().get(6)).isCloseTo(0.6f, within(0.01f));
    PlateAlternative second = reading.getAlternatives().get(0);
    assertThat(second.getText()).isEqualTo("1ABC239");
    assertThat(second.getCountry()).isEqualTo("BE");
    assertThat(second.getConfidence()).isLessThan(reading.getConfidence());
  }

  @Test
  void theShapeDecidesBetweenCountriesTheNetCannotTellApart() {
    assertThat(decode(spelled("AB123CD", 0.98), 0.4, 0.38, 0.2, 0.02).getCountry()).isEqualTo("FR");
  }

  @Test
  void noCountryIsNamedWhereNoneStandsOut() {
    PlateReading flat = decode(spelled("XY3456Z8", 0.98), 0.26, 0.25, 0.25, 0.24);
    assertThat(flat.getCountry()).isNull();
    assertThat(flat.getCountryConfidence()).isZero();
    assertThat(decode(spelled("XY3456Z8", 0.98), 0.1, 0.1, 0.1, 0.7).getCountry()).isNull();
  }

  @Test
  void ofTwoViewsTheOneThatShowsAPlatePrevails() {
    double[] belgian = {0.9, 0.05, 0.03, 0.02};
    Glance plate = new Glance(spelled("1ABC234", 0.98), belgian);
    Glance jumble = new Glance(spelled("I2A", 0.3), belgian);
    PlateReading reading = decoder.decode(List.of(jumble, plate)).orElseThrow();
    assertThat(reading.getText()).isEqualTo("1ABC234");
    assertThat(reading.getConfidence()).isGreaterThan(0.9f);
  }

  @Test
  void aViewThatShowsNothingTakesNothingFromTheOther() {
    double[] belgian = {0.9, 0.05, 0.03, 0.02};
    Glance plate = new Glance(spelled("9BADASS9", 0.98), belgian);
    Glance wrongCut = new Glance(spelled("", 0.99), belgian);
    float alone = decoder.decode(List.of(plate)).orElseThrow().getConfidence();
    float both = decoder.decode(List.of(plate, wrongCut)).orElseThrow().getConfidence();
    assertThat(both).isCloseTo(alone, within(0.01f));
  }

  @Test
  void theReadingTellsWhatWasSeenBeforeSyntaxHadItsSay() {
    double[][] steps = spelled("1ABC234", 0.98);
    spread(steps, 2, Map.of('8', 0.5, 'B', 0.48));
    PlateReading reading = decode(steps, 0.9, 0.05, 0.03, 0.02);
    assertThat(reading.getText()).isEqualTo("1ABC234");
    PlateAlternative other = reading.getAlternatives().get(0);
    assertThat(other.getText()).isEqualTo("1A8C234");
    assertThat(other.getSeen()).isGreaterThan(reading.getSeen());
    assertThat(other.getConfidence()).isLessThan(reading.getConfidence());
    assertThat(reading.getCountriesSeen()).containsEntry("BE", 0.9f).doesNotContainKey("OTHER");
  }

  @Test
  void nothingOrOneCharacterOrThirteenAreNoPlate() {
    double[] countries = {0.25, 0.25, 0.25, 0.25};
    assertThat(read(spelled("", 0.999), countries)).isEmpty();
    assertThat(read(spelled("A", 0.999), countries))
        .satisfies(PlateDecoderTest::isEmptyOrWorthless);
    assertThat(read(spelled("ABCDEFGHJKLMN", 0.9999), countries))
        .satisfies(PlateDecoderTest::isEmptyOrWorthless);
  }

  @Property(tries = 200)
  void whateverIsReadKeepsTheContractOfTheRecord(
      @ForAll @UpperChars @NumericChars @StringLength(min = 2, max = 12) String text,
      @ForAll @net.jqwik.api.constraints.DoubleRange(min = 0.3, max = 0.99) double sure) {
    Optional<PlateReading> decoded = read(spelled(text, sure), 0.4, 0.3, 0.2, 0.1);
    PlateReading reading = decoded.orElseThrow();
    float all = reading.getConfidence();
    Set<String> texts = new HashSet<>(Set.of(reading.getText()));
    for (PlateAlternative alternative : reading.getAlternatives()) {
      all += alternative.getConfidence();
      assertThat(texts.add(alternative.getText())).isTrue();
      assertThat(alternative.getConfidence()).isLessThanOrEqualTo(reading.getConfidence());
    }
    assertThat(all).isBetween(0f, 1.0001f);
    assertThat(reading.getCharacterConfidences())
        .hasSameSizeAs(reading.getText().chars().boxed().toList())
        .allSatisfy(c -> assertThat(c).isBetween(0f, 1f));
  }

  @Property(tries = 100)
  void aTextSpelledClearlyIsReadUpToLookAlikes(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 2, max = 12) String any) {
    String text = any.toUpperCase(java.util.Locale.ROOT);
    PlateReading reading = decode(spelled(text, 0.99), 0.4, 0.3, 0.2, 0.1);
    assertThat(folded(reading.getText())).isEqualTo(folded(text));
  }

  private PlateReading decode(double[][] steps, double... countries) {
    return read(steps, countries).orElseThrow();
  }

  private Optional<PlateReading> read(double[][] steps, double... countries) {
    return decoder.decode(List.of(new Glance(steps, countries)));
  }

  private static void isEmptyOrWorthless(Optional<PlateReading> reading) {
    assertThat(reading.map(PlateReading::getConfidence).orElse(0f)).isLessThan(0.02f);
  }

  private static String folded(String text) {
    return text.replaceAll("[OQ]", "0").replace('I', '1');
  }

  private static Map<String, Double> bonuses(String text) {
    Map<String, Double> bonuses = new HashMap<>();
    SHAPES.forEach(
        (country, shape) -> {
          if (shape.matcher(text).matches()) {
            bonuses.put(country, 50.0);
          }
        });
    return bonuses;
  }

  /** Steps that spell a text: three for each character, the middle one this sure of it. */
  private static double[][] spelled(String text, double sure) {
    double[][] steps = new double[40][ALPHABET.length() + 1];
    for (int t = 0; t < steps.length; t++) {
      int place = t / 3;
      boolean character = t % 3 == 1 && place < text.length();
      double rest = character ? 1 - sure : 1e-6;
      java.util.Arrays.fill(steps[t], rest / ALPHABET.length());
      steps[t][character ? ALPHABET.indexOf(text.charAt(place)) + 1 : 0] = 1 - rest;
    }
    return steps;
  }

  private static void spread(double[][] steps, int place, Map<Character, Double> probabilities) {
    double[] step = steps[3 * place + 1];
    java.util.Arrays.fill(step, 1e-4);
    probabilities.forEach((c, p) -> step[ALPHABET.indexOf(c) + 1] = p);
  }
}
