package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VehicleKeyTest {

  /** Keys are stored in topics and state: this one must never change. */
  @Test
  void theKeyIsTheCountryAndTheFoldedPlate() {
    assertThat(VehicleKey.of("BE", "1ABC234")).isEqualTo("BE:1A8C234");
  }

  @Test
  void aReadOfOneVehicleAcrossClassesKeepsItsKey() {
    assertThat(VehicleKey.of("BE", "I0BC2E0")).isEqualTo(VehicleKey.of("BE", "1O8CZE0"));
  }

  @Test
  void vehiclesThatLookAlikeWithinAClassKeepKeysOfTheirOwn() {
    assertThat(VehicleKey.of("BE", "1MBC334")).isNotEqualTo(VehicleKey.of("BE", "1NBC334"));
    assertThat(VehicleKey.of("BE", "1MBC334")).isNotEqualTo(VehicleKey.of("BE", "1MBC834"));
  }

  @Test
  void theSamePlateOfTwoCountriesIsTwoVehiclesAndOfAnUnknownCountryAThird() {
    assertThat(VehicleKey.of("LU", "XY3456"))
        .isNotEqualTo(VehicleKey.of("DE", "XY3456"))
        .isNotEqualTo(VehicleKey.of(null, "XY3456"));
  }

  @Property
  void foldingKeepsTheLengthAndFoldsNothingTwice(
      @ForAll @StringLength(max = 12) @CharRange(from = '0', to = 'Z') String plate) {
    String folded = VehicleKey.fold(plate);

    assertThat(folded).hasSameSizeAs(plate);
    assertThat(VehicleKey.fold(folded)).isEqualTo(folded);
  }

  @Property
  void onlyLookalikesFallTogether(
      @ForAll @CharRange(from = '0', to = 'Z') char a,
      @ForAll @CharRange(from = '0', to = 'Z') char b) {
    boolean together = VehicleKey.fold("" + a).equals(VehicleKey.fold("" + b));
    boolean lettersOfOneDigit = "OQD".indexOf(a) >= 0 && "OQD".indexOf(b) >= 0;

    assertThat(together).isEqualTo(a == b || Confusions.across(a, b) > 0 || lettersOfOneDigit);
  }
}
