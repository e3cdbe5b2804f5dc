package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.recognition.evaluate.Target.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Target AT_LEAST = Target.atLeast(0.94, 0.97);
  private static final Target AT_MOST = Target.atMost(0.03, 0.03);

  private final Row pass = Row.of("plates", "exact", new Counts(95, 100), AT_LEAST);
  private final Row fail = Row.of("plates", "wrong", new Counts(4, 100), AT_MOST);
  private final Row open = Row.notMeasured("badges", "make", "no model of makes", AT_LEAST);

  @Test
  void aFigureIsMarkedByWhatIsRequiredAndByWhatWouldPleaseMore() {
    assertThat(AT_LEAST.mark(0.97)).isEqualTo(Mark.STRETCH);
    assertThat(AT_LEAST.mark(0.94)).isEqualTo(Mark.PASS);
    assertThat(AT_LEAST.mark(0.939)).isEqualTo(Mark.FAIL);
    assertThat(AT_MOST.mark(0.0)).isEqualTo(Mark.PASS);
    assertThat(AT_MOST.mark(0.031)).isEqualTo(Mark.FAIL);
    assertThat(Target.atMost(0.5, 0.2).mark(0.2)).isEqualTo(Mark.STRETCH);
  }

  @Test
  void aLineThatFailsMakesTheWholeFailAndOneThatWasNotMeasuredDoesNot() {
    assertThat(report(pass, open).holds()).isTrue();
    assertThat(report(pass, fail).holds()).isFalse();
  }

  @Test
  void theTableNamesASetOnceAndEndsWithTheVerdict() {
    assertThat(report(pass, fail, open).table())
        .isEqualTo(
            """
            models 1/2/3

            set     measure  value               required  stretch  result
            plates  exact    95 of 100 (95.0 %)  ≥ 94 %    ≥ 97 %   pass
                    wrong    4 of 100 (4.0 %)    ≤ 3 %              FAIL
            badges  make     no model of makes   ≥ 94 %    ≥ 97 %   not measured

            1 of 3 met, 1 failed, 1 not measured
            """);
  }

  @Test
  void theMarkdownHasACellForEveryColumn() {
    assertThat(report(pass).markdown().lines())
        .contains(
            "| set | measure | value | required | stretch | result |",
            "| plates | exact | 95 of 100 (95.0 %) | ≥ 94 % | ≥ 97 % | pass |")
        .allSatisfy(line -> assertThat(line.startsWith("|") ? columns(line) : 6).isEqualTo(6));
  }

  @Test
  void detailsStandUnderTheirHeadings() {
    Result result =
        new Result(
            List.of(pass),
            List.of(new Detail("by country", "FR", "1 of 2"), new Detail("by country", "BE", "-")),
            List.of("a.png: wrong"));

    assertThat(new Report("1", List.of(result)).details().lines().map(String::strip))
        .containsExactly("", "by country", words("FR", "1 of 2"), words("BE", "-"));
    assertThat(new Report("1", List.of(result)).mistakes()).contains("a.png: wrong");
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Counts(3, 2)).hasMessageContaining("3 of 2");
  }

  private static String words(String name, String value) {
    return "%-38s %s".formatted(name, value);
  }

  private static long columns(String line) {
    return line.chars().filter(c -> c == '|').count() - 1;
  }

  private static Report report(Row... rows) {
    return new Report("1/2/3", List.of(new Result(List.of(rows), List.of(), List.of())));
  }
}
