package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.schemas.plates.VehicleKey;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Texts as numbers: nothing that has to be told apart falls together. */
class CodeProperties {

  private static final String PLATE_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ";

  @Property
  void aPlateComesBackFromItsCode(@ForAll("plates") String plate) {
    assertThat(PlateCode.text(PlateCode.of(plate))).isEqualTo(plate);
  }

  @Property
  void theRestOfACodeIsTheTextWithoutItsFirstCharacter(@ForAll("plates") String plate) {
    String rest = plate.isEmpty() ? "" : plate.substring(1);
    assertThat(PlateCode.rest(PlateCode.of(plate))).isEqualTo(PlateCode.of(rest));
  }

  @Test
  void whatIsLongerThanAPlateIsCutAndForeignLettersCountAsX() {
    assertThat(PlateCode.text(PlateCode.of("1234567890ABCDE"))).isEqualTo("1234567890AB");
    assertThat(PlateCode.text(PlateCode.of("ÉAB"))).isEqualTo("XAB");
    assertThat(PlateCode.of("ÜÜÜÜÜÜÜÜÜÜÜÜ")).isNegative();
    assertThat(PlateCode.of("")).isEqualTo(PlateCode.NONE);
  }

  @Test
  void everyPairOfLettersHasItsOwnCountryCode() {
    boolean[] taken = new boolean[CountryCode.SIZE];
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        String iso = "" + a + b;
        int code = CountryCode.of(iso);
        assertThat(code).isBetween(1, CountryCode.SIZE - 1);
        assertThat(taken[code]).isFalse();
        taken[code] = true;
        assertThat(CountryCode.text(code)).isEqualTo(iso);
      }
    }
  }

  @Test
  void whatIsNoCountryHasNoCode() {
    for (String none : new String[] {null, "", "B", "be", "BEL", "B1", "??", "ÄB"}) {
      assertThat(CountryCode.of(none)).isEqualTo(CountryCode.NONE);
    }
    assertThat(CountryCode.text(CountryCode.NONE)).isNull();
  }

  /** Pinned: codes are in state that outlives a release. */
  @Test
  void namesHaveTheSameCodeForEver() {
    assertThat(NameCode.of("EST-1")).isEqualTo(0x107d506a);
    assertThat(NameCode.of(null)).isEqualTo(NameCode.NONE);
    assertThat(NameCode.of("")).isEqualTo(NameCode.NONE);
    assertThat(NameCode.ofAnyCase(null)).isEqualTo(NameCode.NONE);
  }

  @Property
  void aNameHasACodeThatIsNotNone(@ForAll String name) {
    if (!name.isEmpty()) {
      assertThat(NameCode.of(name)).isNotEqualTo(NameCode.NONE);
    }
    assertThat(NameCode.ofAnyCase(name)).isEqualTo(NameCode.of(name.toUpperCase(Locale.ROOT)));
  }

  /** As the key that passages carry: exact for plates of up to ten characters. */
  @Property(tries = 2000)
  void vehiclesHaveOneKeyExactlyWhenTheirVehicleKeysAreEqual(@ForAll("pairs") Pair pair) {
    boolean same =
        VehicleKey.of(pair.country, pair.plate)
            .equals(VehicleKey.of(pair.otherCountry, pair.otherPlate));

    long key = SubjectKey.ofVehicle(pair.country, pair.plate);
    assertThat(key == SubjectKey.ofVehicle(pair.otherCountry, pair.otherPlate)).isEqualTo(same);
    assertThat(key).isNotNegative();
    Statistics.collect(same);
    Statistics.coverage(
        coverage -> {
          coverage.check(true).percentage(p -> p > 5);
          coverage.check(false).percentage(p -> p > 5);
        });
  }

  @Property
  void longerPlatesThatAreConfusedHaveOneKeyToo(@ForAll("longPlates") String plate) {
    long key = SubjectKey.ofVehicle("BE", plate);

    assertThat(key).isNegative();
    assertThat(SubjectKey.ofVehicle("BE", VehicleKey.fold(plate))).isEqualTo(key);
    assertThat(SubjectKey.ofVehicle("FR", plate)).isNotEqualTo(key);
    String other = (plate.charAt(0) == 'A' ? 'C' : 'A') + plate.substring(1);
    assertThat(SubjectKey.ofVehicle("BE", other)).isNotEqualTo(key);
  }

  @Test
  void vehiclesTogetherAreKeyedByWhoTheyAre() {
    long one = SubjectKey.ofVehicle("BE", "1ABC234");
    long other = SubjectKey.ofVehicle("FR", "AB123CD");

    assertThat(SubjectKey.together(one, other))
        .isNegative()
        .isEqualTo(SubjectKey.together(one, other))
        .isNotEqualTo(SubjectKey.together(one, other, other))
        .isNotEqualTo(SubjectKey.together(one, one));
  }

  private record Pair(String country, String plate, String otherCountry, String otherPlate) {}

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars(PLATE_CHARACTERS).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> longPlates() {
    return Arbitraries.strings().withChars(PLATE_CHARACTERS).ofMinLength(11).ofMaxLength(12);
  }

  /** The other plate is the same but for a character or two, often one it is confused with. */
  @Provide
  Arbitrary<Pair> pairs() {
    Arbitrary<String> countries = Arbitraries.of("BE", "FR", null);
    Arbitrary<String> plate = Arbitraries.strings().withChars(PLATE_CHARACTERS).ofMaxLength(10);
    Arbitrary<Character> confused = Arbitraries.of('0', 'O', 'Q', 'D', '1', 'I', '8', 'B', 'Ä');
    return Combinators.combine(
            countries, countries, plate, confused, confused, Arbitraries.integers().between(0, 9))
        .as(
            (a, b, text, from, to, place) -> {
              StringBuilder one = new StringBuilder(text);
              StringBuilder two = new StringBuilder(text);
              if (place < text.length()) {
                one.setCharAt(place, from);
                two.setCharAt(place, to);
              }
              return new Pair(a, one.toString(), b, two.toString());
            });
  }
}
