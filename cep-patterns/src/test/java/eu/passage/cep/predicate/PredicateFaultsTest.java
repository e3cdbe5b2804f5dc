package eu.passage.cep.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.PredicateException.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateFaultsTest {

  private static final PredicateCompiler COMPILER = new PredicateCompiler(Scenes.CAMERAS, 60);
  private static final Context STEPS =
      new Context(List.of("enter", "", "rest"), Set.of("rest"), false, Map.of("stolen", Set.of()));
  private static final Context TOGETHER = new Context(List.of("enter"), Set.of(), true, Map.of());

  /** In the file a {@code ^} stands before the place that must be pointed at. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "faults.csv",
      delimiter = '¦',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void aFaultIsExplainedWhereItStands(String marked, String message, String advice) {
    String text = marked.replace("^", "").replace("\\n", "\n");

    assertThat(faults(text, STEPS))
        .containsExactly(
            new Fault(
                marked.replace("\\n", "\n").indexOf('^'), message, advice == null ? "" : advice));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "faults-together.csv",
      delimiter = '¦',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void vehiclesTogetherAreAskedAboutPlaceAndTimeOnly(String marked, String message, String advice) {
    assertThat(faults(marked.replace("^", ""), TOGETHER))
        .containsExactly(new Fault(marked.indexOf('^'), message, advice));
  }

  @Test
  void everyFaultIsTold() {
    assertThat(
            faults(
                "crossing where type == 'TRUK' && (plaet == 'X' || to == 'be') && late < 3", STEPS))
        .extracting(Fault::offset)
        .containsExactly(23, 34, 56, 65);
  }

  @Test
  void charactersOfTwoCodeUnitsDoNotShiftThePlace() {
    assertThat(faults("make == '😀😀' && foo", STEPS))
        .extracting(Fault::offset)
        .containsExactly(18);
  }

  @Test
  void whatIsTooLongIsRefusedUnread() {
    assertThat(faults("late ".repeat(1000), STEPS))
        .extracting(Fault::message)
        .containsExactly("this is 5,000 characters long, and 4,096 are the most");
  }

  @Test
  void anEndlessWordIsNotRepeatedInFull() {
    assertThat(faults("x".repeat(4000), STEPS).get(0).message()).hasSizeLessThan(120);
  }

  @Test
  void moreThanTwentyFaultsAreNotTold() {
    String many = String.join(" || ", IntStream.range(0, 50).mapToObj(i -> "x" + i).toList());

    assertThat(faults(many, STEPS)).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(late", "!(", "late == ", "1 + ", "a.b", "late ? late : ", "-(1 +", "[[", "{{"})
  void nothingIsNestedSoDeeplyThatItBreaksTheCompiler(String piece) throws InterruptedException {
    String hostile = piece.repeat(4096 / piece.length());
    Thread small =
        new Thread(
            null, () -> assertThat(faults(hostile, STEPS)).isNotEmpty(), "small", 256 * 1024);
    Throwable[] thrown = new Throwable[1];
    small.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
    small.start();
    small.join();

    assertThat(thrown[0]).isNull();
  }

  private static List<Fault> faults(String text, Context context) {
    return catchThrowableOfType(PredicateException.class, () -> COMPILER.compile(text, context))
        .faults();
  }
}
