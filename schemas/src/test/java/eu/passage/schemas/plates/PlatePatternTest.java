package eu.passage.schemas.plates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1-9][A-Z]{3}\\d{3}                     ; 1",
        "\\d{4,5}                                ; 2",
        "[A-ZÄÖÜ]{1,3}[A-Z]{1,2}[1-9]\\d{0,3}[EH]? ; 48",
        "\\d{1,4}[A-H]{1,3}(0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-6]) ; 60",
      })
  void aPatternHasAShapeForEachWayToRepeatAndToChoose(String pattern, int shapes) {
    assertThat(PlatePattern.shapes(pattern)).hasSize(shapes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[A-Z]+     ; neither",
        "[A-Z]*     ; neither",
        "A.B        ; neither",
        "[A-Z       ; ends too early",
        "[]A        ; empty class",
        "(AB        ; ')' is missing",
        "AB)        ; unexpected",
        "A{1,}      ; a number",
        "A{100}     ; at most two digits",
        "A{13}      ; longer than 12",
        "\\w        ; 'd' is missing",
        "a          ; neither",
        "\\d{0,9}\\d{0,9}\\d{0,9} ; longer than 12",
        "(A?B?C?D?E?F?G?H?I?J?K?L?) ; more than 512",
      })
  void whatIsNotUnderstoodIsRefusedWithItsPlace(String pattern, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlatePattern.shapes(pattern))
        .withMessageContaining(pattern)
        .withMessageContaining("position")
        .withMessageContaining(reason);
  }

  @Test
  void aChoiceAmongTextsIsEvenHoweverItIsWritten() {
    List<long[]> shapes = PlatePattern.shapes("([A-RT-Z][A-Z]|S[A-RT-Z])\\d|\\d{2}");
    double[] chances = PlatePattern.chances(shapes);

    assertThat(chances[0]).isEqualTo(chances[1]).isEqualTo(0.5 / ((26 * 26 - 1) * 10));
    assertThat(chances[2]).isEqualTo(0.5 / 100);
  }

  @Property(tries = 2000)
  void shapesAcceptWhatTheRegularExpressionAccepts(
      @ForAll("series") Series series, @ForAll("texts") String text) {
    assertThat(matches(series.pattern(), text)).isEqualTo(Pattern.matches(series.pattern(), text));
  }

  @Test
  void everyShippedPatternAcceptsTextsOfItsTokens() {
    for (Series series : PlateLayouts.shipped().all()) {
      for (int seed = 0; seed < 20; seed++) {
        String text = PlateTexts.of(series, seed);
        assertThat(matches(series.pattern(), text)).as("%s: %s", series.id(), text).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<Series> series() {
    return Arbitraries.of(PlateLayouts.shipped().all());
  }

  /** Texts of some series, often of another than the one they are held against, some altered. */
  @Provide
  Arbitrary<String> texts() {
    return PlateTexts.nearPlates();
  }

  private static boolean matches(String pattern, String text) {
    List<long[]> shapes = PlatePattern.shapes(pattern);
    return shapes.stream()
        .filter(shape -> shape.length == text.length())
        .anyMatch(shape -> new PlateShape(List.of(), shape, 1).matches(text));
  }
}
