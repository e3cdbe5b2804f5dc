package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EditTest {

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void aConfusedCharacterIsConfusedWhereverItStands() {
    Edit edit = Edit.between("1ABC834", "1ABC334");

    assertThat(edit.applied("1XYZ128", random)).contains("1XYZ123");
    assertThat(edit.applied("1XYZ128", random)).contains("1XYZ123");
  }

  @Test
  void twoThatAreConfusedStandInTwoPlaces() {
    Edit edit = Edit.between("8AB8", "3AB3");

    assertThat(edit.applied("X88Y", random)).contains("X33Y");
    assertThat(edit.applied("X8YY", random)).isEmpty();
  }

  @Test
  void aPlateWithoutTheCharacterCannotBeMisreadSo() {
    assertThat(Edit.between("1ABC834", "1ABC334").applied("1XYZ111", random)).isEmpty();
  }

  @Test
  void aCharacterTooManyOrTooFewStaysSo() {
    assertThat(Edit.between("1ABC234", "1ABC23").applied("1XYZ987", random).orElseThrow())
        .hasSize(6);
    assertThat(Edit.between("1ABC234", "1ABC2341").applied("1XYZ987", random).orElseThrow())
        .hasSize(8)
        .contains("1");
  }

  @Test
  void aRightReadingStaysRight() {
    assertThat(Edit.between("1ABC234", "1ABC234").applied("1XYZ987", random)).contains("1XYZ987");
  }
}
