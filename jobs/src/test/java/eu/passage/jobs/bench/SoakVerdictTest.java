package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetterReason;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakVerdictTest {

  private static final int LINES = 20;
  private static final double TOLERANCE = 64;
  private static final Map<DeadLetterReason, Long> TRUNCATED =
      Map.of(DeadLetterReason.TRUNCATED_IMAGE, 5L);

  @Test
  void memoryThatOnlyGrowsWhileItWarmsUpIsFlat() {
    SoakVerdict verdict = verdict(line -> memory(line < 2 ? 900 : 1500, 70, 40));
    assertThat(verdict.failures()).isEmpty();
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.text()).contains("1,000 frames", "memory stayed flat");
  }

  @Test
  void oneLineThatStandsOutIsNoGrowth() {
    assertThat(verdict(line -> memory(line == LINES - 1 ? 1900 : 1500, 70, 40)).holds()).isTrue();
  }

  @Test
  void whatGrowsLineByLineIsNamed() {
    assertThat(verdict(line -> memory(1500 + 10 * line, 70, 40)).failures())
        .containsExactly("resident memory grew by 120 MiB, more than 64");
    assertThat(verdict(line -> memory(1500, 70 + 2 * line, 40)).failures())
        .containsExactly("the heap grew by 24 MiB, more than 16");
    assertThat(verdict(line -> memory(1500, 70, 40 + 100L * line)).failures())
        .containsExactly("the number of native objects grew by 1200 objects, more than 128");
  }

  @Test
  void framesThatAreLostOrRefusedOtherwiseThanTheyMustBeFailIt() {
    List<SoakLook> looks = looks(line -> memory(1500, 70, 40));
    assertThat(new SoakVerdict(looks, TOLERANCE, 1001, TRUNCATED, TRUNCATED).failures())
        .containsExactly("1,000 of 1,001 frames went through");
    assertThat(new SoakVerdict(looks, TOLERANCE, 1000, Map.of(), TRUNCATED).failures())
        .containsExactly("refused were {} and not {TRUNCATED_IMAGE=5}");
  }

  @Test
  void aSingleLookHasNothingToGrowFrom() {
    List<SoakLook> one = looks(line -> memory(1500, 70, 40)).subList(LINES - 1, LINES);
    assertThat(new SoakVerdict(one, TOLERANCE, 1000, TRUNCATED, TRUNCATED).holds()).isTrue();
  }

  @Test
  void theVerdictIsOneObjectForPrograms() {
    assertThat(verdict(line -> memory(1500 + 10 * line, 70, 40)).json().toString())
        .contains(
            "\"holds\":false",
            "\"residentGrowthMib\":120.0",
            "\"refused\":{\"TRUNCATED_IMAGE\":5}",
            "\"failures\":[\"resident memory grew by 120 MiB, more than 64\"]");
  }

  private static SoakVerdict verdict(IntFunction<Memory> memory) {
    return new SoakVerdict(looks(memory), TOLERANCE, 1000, TRUNCATED, TRUNCATED);
  }

  private static List<SoakLook> looks(IntFunction<Memory> memory) {
    return IntStream.range(0, LINES)
        .mapToObj(line -> new SoakLook(50L * (line + 1), 60, 5, line + 1, 50, memory.apply(line)))
        .toList();
  }

  private static Memory memory(double resident, double heap, long objects) {
    return new Memory(resident, heap, resident - 200, 10, objects, 60);
  }
}
