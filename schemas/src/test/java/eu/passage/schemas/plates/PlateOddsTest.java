package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateOddsTest {

  private final PlateOdds odds = PlateOdds.shipped();

  @Test
  void aNarrowSeriesSpeaksLouderThanAPermissiveOne() {
    double belgian = bonus("BE", "1XQC234");
    double german = bonus("DE", "XQYC234");
    assertThat(belgian).isGreaterThan(2 * german);
    assertThat(german).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DE, MAB1234, XQAB1234",
    "CH, ZH12345, XY12345",
    "AT, WL117DV, QX117DV",
    "RO, CJ12ABC, XX12ABC",
    "SK, BA123CD, XX123CD",
    "IE, 12KY1234, 12QX1234",
    "PL, WGM12345, WQM12345",
    "ES, B1234AB, Q1234AB",
    "HR, ZG123AB, XX123AB",
    "BG, CB1234AB, XX1234AB",
  })
  void aKnownAreaCodeSpeaksLouderThanAnUnknownOne(String country, String known, String unknown) {
    assertThat(bonus(country, known)).isGreaterThan(1.5 * bonus(country, unknown));
  }

  @ParameterizedTest
  @CsvSource({
    "DE, THW84091",
    "DE, WES37049",
    "DE, Y280871",
    "BE, EUR0568",
    "BE, 1L900",
    "BE, VL222",
    "NL, CDJ260"
  })
  void officialPlatesAreKnownThoughNobodyDrawsThem(String country, String text) {
    assertThat(bonus(country, text)).isGreaterThan(2);
  }

  @ParameterizedTest
  @CsvSource({
    "ÜBAB123, ÜCAB123",
    "SÄKAB12, SÖKAB12", // Bad Säckingen
    "WBGAB12, WBCAB12", // the second of Wolfsburg
    "UERAB12, UESAB12", // Uecker-Randow
    "BLAB123, DBAB123", // the railway has none of its own any more
  })
  void aGermanDistrictThatExistsSpeaksLouderThanOneThatDoesNot(String exists, String doesNot) {
    assertThat(bonus("DE", exists)).isGreaterThan(bonus("DE", doesNot));
  }

  @ParameterizedTest
  @CsvSource({"AB123CD, AB123SS", "SA123CD, SS123CD", "AB100CD, AB000CD"})
  void aFrenchTextThatIsNeverGivenOutSpeaksForFranceNoMore(String given, String never) {
    assertThat(bonus("FR", given)).isGreaterThan(2);
    assertThat(bonus("FR", never)).isEqualTo(1);
  }

  @Test
  void lettersThatAreRareInAPatternSpeakNoLouder() {
    assertThat(bonus("FR", "SA123CD")).isEqualTo(bonus("FR", "AB123CD"));
    assertThat(bonus("GB", "AB12CDZ")).isEqualTo(bonus("GB", "AB12CDE"));
  }

  @Test
  void aDistrictMayHaveAnUmlaut() {
    assertThat(bonus("DE", "MÜAB123")).isGreaterThan(bonus("DE", "QÜAB123"));
  }

  @Test
  void aTextOfNoSeriesGainsNothing() {
    for (String text : new String[] {"", "X", "1L9", "9BADASS9", "ABCDEFGHJKLMNOPQR"}) {
      assertThat(odds.bonuses(text)).as(text).isEmpty();
    }
  }

  @Property(tries = 300)
  void everyTextOfASeriesGainsForItsCountries(@ForAll("plates") String text) {
    assertThat(odds.bonuses(text).keySet()).containsAll(PlateSyntax.shipped().countries(text));
  }

  @Property(tries = 300)
  void aBonusNeverLowers(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 14) String any) {
    String text = any.toUpperCase(java.util.Locale.ROOT);
    assertThat(odds.bonuses(text).values()).allMatch(bonus -> bonus > 1 && bonus < 1e7);
  }

  @Provide
  Arbitrary<String> plates() {
    return PlateTexts.plates();
  }

  private double bonus(String country, String text) {
    Map<String, Double> bonuses = odds.bonuses(text);
    return bonuses.getOrDefault(country, 1.0);
  }
}
