package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ConfusionsTest {

  @Test
  void aLetterAndTheDigitItLooksLikeAreConfusedAcrossClasses() {
    assertThat(Confusions.across('0', 'O')).isEqualTo(1);
    assertThat(Confusions.across('B', '8')).isPositive();
    assertThat(Confusions.across('M', 'N')).isZero();
  }

  @Test
  void twoLettersOrTwoDigitsAreConfusedWithinTheirClass() {
    assertThat(Confusions.within('M', 'N')).isPositive();
    assertThat(Confusions.within('3', '8')).isPositive();
    assertThat(Confusions.within('0', 'O')).isZero();
  }

  @Property
  void confusionGoesBothWaysAndIsOfOneKindAtMost(
      @ForAll @CharRange(from = '0', to = 'Z') char a,
      @ForAll @CharRange(from = '0', to = 'Z') char b) {
    double across = Confusions.across(a, b);
    double within = Confusions.within(a, b);

    assertThat(Confusions.across(b, a)).isEqualTo(across);
    assertThat(Confusions.within(b, a)).isEqualTo(within);
    assertThat(across == 0 || within == 0).isTrue();
    assertThat(across > 0 && Character.isDigit(a) == Character.isDigit(b)).isFalse();
    assertThat(within > 0 && Character.isDigit(a) != Character.isDigit(b)).isFalse();
  }

  @Property
  void whatIsConfusedAcrossClassesFallsTogetherInTheVehicleKey(
      @ForAll @CharRange(from = '0', to = 'Z') char a,
      @ForAll @CharRange(from = '0', to = 'Z') char b) {
    if (Confusions.across(a, b) > 0) {
      assertThat(VehicleKey.fold("" + a)).isEqualTo(VehicleKey.fold("" + b));
    }
  }
}
