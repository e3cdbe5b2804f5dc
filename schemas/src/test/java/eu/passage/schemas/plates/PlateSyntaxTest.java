package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.schemas.plates.SettledPlate.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateSyntaxTest {

  private final PlateSyntax syntax = PlateSyntax.shipped();

  @ParameterizedTest
  @CsvSource({
    "1ABC234, BE, be-2010",
    "AB123CD, FR, fr-siv",
    "AB1234, LU, lu-2003",
    "MÜAB123, DE, de-2-2-3",
    "AB12CDE, GB, gb-2001",
  })
  void aTextIsOfTheSeriesWhosePatternItHas(String text, String country, String id) {
    assertThat(syntax.countries(text)).contains(country);
    assertThat(syntax.matching(text)).extracting(Series::id).contains(id);
  }

  @Test
  void theCommonestSeriesComesFirst() {
    assertThat(syntax.matching("1TXA123"))
        .extracting(Series::id)
        .startsWith("be-2010", "be-taxi-2010");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SS123AB", "AB123SS", "WW123AB", "AI123BC", "AO123BC", "AU123BC", "AB000CD"})
  void aFrenchTextThatIsNeverGivenOutIsNoSivPlate(String text) {
    assertThat(syntax.matching(text)).extracting(Series::id).doesNotContain("fr-siv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SA123AB", "AS123AB", "WA123AB", "AW123WW", "AB123AS", "AB100CD", "AB010CD"})
  void aFrenchTextWithOneOfTheirLettersIs(String text) {
    assertThat(syntax.matching(text)).extracting(Series::id).contains("fr-siv");
  }

  @ParameterizedTest
  @CsvSource({
    "1ABC234, be-2010",
    "2ABC234, be-2021",
    "8AAE548, be-2010-others",
    "QABC234, be-trailer",
    "TXBC234, be-taxi",
    "TLBC234, be-taxi",
    "OABC234, be-oldtimer",
    "MABC234, be-motorcycle",
    "ZABC234, be-dealer",
    "YABC234, be-dealer",
    "VABC234, be-dealer",
    "1QBC234, be-trailer-2010",
    "123ABC, be-2008",
    "ABC123, be-1973",
  })
  void aBelgianPlateTellsWhoBearsIt(String text, String series) {
    assertThat(syntax.matching(text)).extracting(Series::id).contains(series);
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 1234ABC59", // four digits stand with two letters at most
    "NL, GAB123", // a vowel
    "NL, GB123Y",
    "NL, GM123B", // M begins a motorcycle's plate only
    "LU, IO1234",
    "DE, ABCDE1234", // nine places
    "DE, ABDE1234E",
    "GB, AB01CDE", // the first of September 2001 began with 51
    "GB, AB45CDE",
    "GB, ZB12CDE",
    "GB, AB12QDE",
    "ES, 1234ABC",
    "ES, 1234BCQ",
    "IT, AO123BC",
    "PL, QA12345",
    "CZ, 1D12345",
    "CZ, 1AG1234",
    "AT, W1234Q",
    "HR, ZG123WX",
    "PT, 12KW34",
    "HU, ABAB123",
    "SE, ABQ123",
    "BG, CA1234FA",
  })
  void aTextThatACountryNeverGivesOutIsNotOfIt(String country, String text) {
    assertThat(syntax.countries(text)).doesNotContain(country);
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 123ABC2A",
    "NL, GBB12B",
    "NL, V12DBB",
    "NL, WB12BB",
    "LU, QM8858",
    "DE, ABCD1234",
    "DE, ABCDE12E",
    "GB, AB51CDZ",
    "GB, AB76CDE",
    "GB, AOI1234",
    "GB, BXI1234",
    "ES, 1234BCD",
    "ES, SE1234AB",
    "PL, WX123AB",
    "PL, KRAA123",
    "CZ, 1AB1234",
    "PT, AK12WY",
    "HU, AABC123",
    "SE, ABC12D",
  })
  void aTextThatACountryGivesOutIsOfIt(String country, String text) {
    assertThat(syntax.countries(text)).contains(country);
  }

  @Test
  void aTextThatNoCountryHasMatchesNothingAndIsNotSettled() {
    for (String text : List.of("", "A", "VVVV", "K7K7K7", "ABCDEFGHIJKLMNOPQ", "1ÉBC234")) {
      assertThat(syntax.matching(text)).as(text).isEmpty();
      assertThat(syntax.countries(text)).as(text).isEmpty();
      assertThat(syntax.countryLikelihoods(text)).as(text).isEmpty();
      assertThat(syntax.settle(text)).as(text).isEmpty();
    }
  }

  @Test
  void aDigitReadInALettersPlaceIsSettled() {
    SettledPlate best = belgian("1A8C234");

    assertThat(best.text()).isEqualTo("1ABC234");
    assertThat(best.series().id()).isEqualTo("be-2010");
    assertThat(best.changes()).containsExactly(new Change(2, '8', 'B'));
  }

  @Test
  void aLetterReadInADigitsPlaceIsSettled() {
    assertThat(belgian("IKBCZ34").text()).isEqualTo("1KBC234");
  }

  @Test
  void aPlaceThatAllowsTheCharacterKeepsItWhateverItLooksLike() {
    assertThat(belgian("1OBI234").isUnchanged()).isTrue();
  }

  @Test
  void aZeroReadInALettersPlaceCanBeSeveralLettersTheLikeliestFirst() {
    List<String> texts =
        syntax.settle("1A0C234").stream()
            .filter(s -> s.country().equals("BE"))
            .map(SettledPlate::text)
            .toList();

    assertThat(texts)
        .startsWith("1AOC234")
        .containsExactlyInAnyOrder("1AOC234", "1AQC234", "1ADC234");
  }

  @Test
  void aFrenchPlateNeverHasAnOSoThatAZeroThereIsADOrAQ() {
    List<String> texts =
        syntax.settle("A0123CD").stream()
            .filter(s -> s.series().id().equals("fr-siv"))
            .map(SettledPlate::text)
            .toList();

    assertThat(texts).containsExactlyInAnyOrder("AD123CD", "AQ123CD");
  }

  @Test
  void fewerChangesAreBetterThanMore() {
    List<SettledPlate> candidates = syntax.settle("AB1234");

    assertThat(candidates).isNotEmpty();
    assertThat(candidates).isSortedAccordingTo((a, b) -> a.changes().size() - b.changes().size());
    assertThat(candidates.get(0).isUnchanged()).isTrue();
  }

  @Test
  void moreThanThreeDoubtsAreAMisread() {
    assertThat(syntax.settle("IOOO5I8")).noneMatch(s -> s.changes().size() > 3);
  }

  @Test
  void aTextOfSeveralCountriesIsSharedAmongThemByHowManySuchTextsTheyHave() {
    Map<String, Double> likelihoods = syntax.countryLikelihoods("XY3456");

    assertThat(likelihoods).containsKeys("LU", "DE");
    assertThat(likelihoods.get("LU")).isGreaterThan(likelihoods.get("DE"));
    assertThat(likelihoods.values().stream().mapToDouble(d -> d).sum()).isEqualTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "BE, 1ABC234, 1-ABC-234",
    "BE, 1TAA123, 1-TAA-123",
    "FR, AB123CD, AB-123-CD",
    "NL, 12ABC3, 12ABC3",
    "NL, 12GBB3, 12-GBB-3",
    "LU, AB1234, AB 1234",
    "DE, BXY1234, BXY1234",
    "DE, MÜAB123, MÜAB123",
    "BE, ABSURD, ABSURD",
    "XX, 1ABC234, 1ABC234",
    ", 1ABC234, 1ABC234",
  })
  void peopleSeeTheSeparatorsOfTheCountryWhereTheTextTellsThem(
      @org.jspecify.annotations.Nullable String country, String text, String display) {
    assertThat(syntax.display(country, text)).isEqualTo(display);
  }

  @Property(tries = 500)
  void aTextOfASeriesIsSettledAsItself(@ForAll("plates") String text) {
    assertThat(syntax.settle(text).get(0).text()).isEqualTo(text);
    assertThat(syntax.settle(text))
        .filteredOn(SettledPlate::isUnchanged)
        .extracting(SettledPlate::country)
        .containsExactlyInAnyOrderElementsOf(syntax.countries(text));
  }

  @Property(tries = 500)
  void oneDoubtIsUndoneForEveryCountryThatTheReadTookItFrom(@ForAll("plates") String text) {
    for (int i = 0; i < text.length(); i++) {
      for (char misread : "0125689OQDIZSGB".toCharArray()) {
        if (Confusions.across(text.charAt(i), misread) > 0) {
          String read = text.substring(0, i) + misread + text.substring(i + 1);
          Set<String> lost = new TreeSet<>(syntax.countries(text));
          lost.removeAll(syntax.countries(read));

          assertThat(syntax.settle(read))
              .as(read)
              .filteredOn(s -> s.text().equals(text))
              .filteredOn(s -> s.changes().size() == 1)
              .extracting(SettledPlate::country)
              .containsAll(lost);
        }
      }
    }
  }

  @Property(tries = 500)
  void everyCandidateIsOfItsCountryAndDiffersOnlyWhereItSays(@ForAll("nearPlates") String read) {
    List<SettledPlate> candidates = syntax.settle(read);

    assertThat(candidates).extracting(s -> s.country() + s.text()).doesNotHaveDuplicates();
    for (SettledPlate candidate : candidates) {
      StringBuilder undone = new StringBuilder(candidate.text());
      for (Change change : candidate.changes()) {
        assertThat(candidate.text().charAt(change.index())).isEqualTo(change.meant());
        assertThat(Confusions.across(change.read(), change.meant())).isPositive();
        undone.setCharAt(change.index(), change.read());
      }
      assertThat(undone).hasToString(read);
      assertThat(syntax.matching(candidate.text())).contains(candidate.series());
      assertThat(candidate.likelihood()).isPositive();
    }
  }

  @Provide
  Arbitrary<String> plates() {
    return PlateTexts.plates();
  }

  @Provide
  Arbitrary<String> nearPlates() {
    return PlateTexts.nearPlates();
  }

  private SettledPlate belgian(String read) {
    return syntax.settle(read).stream()
        .filter(s -> s.country().equals("BE"))
        .findFirst()
        .orElseThrow();
  }
}
