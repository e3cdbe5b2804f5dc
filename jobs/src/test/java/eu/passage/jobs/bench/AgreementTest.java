package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.bench.Contender.Found;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Found CAR = new Found(1, List.of("1ABC234"));

  @Test
  void theSameFindsInTheSameFramesAgree() {
    Agreement agreement = Agreement.of(List.of(CAR, CAR), List.of(CAR, CAR));
    assertThat(agreement).isEqualTo(new Agreement(2, 2, 1, 1));
    assertThat(agreement.objection()).isEmpty();
  }

  @Test
  void theSameFindsInOtherFramesDoNot() {
    Found nothing = new Found(0, List.of());
    Agreement agreement = Agreement.of(List.of(CAR, nothing), List.of(nothing, CAR));
    assertThat(agreement).isEqualTo(new Agreement(1, 1, 0, 0));
  }

  @Test
  void aTextThatOneOfThemReadTwiceCountsOnce() {
    Found twice = new Found(1, List.of("1ABC234", "1ABC234"));
    assertThat(Agreement.of(List.of(twice), List.of(CAR)).plateShare()).isEqualTo(0.5);
  }

  @Test
  void whoReadsOtherTextsIsToldApart() {
    Found misread = new Found(1, List.of("1A8C234"));
    List<Found> ours = Collections.nCopies(10, CAR);
    List<Found> wrong = Collections.nCopies(10, misread);
    assertThat(Agreement.of(wrong, ours).objection())
        .hasValueSatisfying(
            why -> assertThat(why).contains("100 % of the vehicles and 0 % of the plates' texts"));
  }

  @Test
  void whereNothingIsFoundNobodyDisagrees() {
    assertThat(Agreement.of(List.of(), List.of()).objection()).isEmpty();
  }
}
