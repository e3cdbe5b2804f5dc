package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateTextTest {

  @ParameterizedTest
  @CsvSource({
    "1-abc 234, 1ABC234",
    "'AB·123.CD', AB123CD",
    "mü-ab 12, MÜAB12",
    "'MU\u0308AB12', MÜAB12",
    "'\uAC1C-\u11A8', \uAC1D",
    "'  --  ', ''",
    "'', ''",
  })
  void theNormalFormIsUpperCaseWithoutSeparators(String raw, String normal) {
    assertThat(PlateText.normalise(raw)).isEqualTo(normal);
  }

  @Property
  void theNormalFormOfANormalFormIsItself(@ForAll String raw) {
    String normal = PlateText.normalise(raw);

    assertThat(PlateText.normalise(normal)).isEqualTo(normal);
    assertThat(normal.codePoints()).allMatch(Character::isLetterOrDigit);
  }
}
