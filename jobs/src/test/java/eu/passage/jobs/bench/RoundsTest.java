package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.recognition.bench.Contender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  /** Who was called, in order. */
  private final List<String> calls = new ArrayList<>();

  @Test
  void everyRoundHasEveryContenderOnceAfterAllHaveWarmedUp() {
    List<byte[]> frames = Collections.nCopies(200, new byte[0]); // enough to warm up at once
    List<Rounds.Timed> timed =
        new Rounds().run(List.of(named("a"), named("b")), frames, 2, text -> {});
    assertThat(calls).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(timed)
        .allSatisfy(
            one -> {
              assertThat(one.cpuMillis()).hasSize(2);
              assertThat(one.wallMillis()).hasSize(2);
              assertThat(one.found()).hasSize(200);
            });
  }

  @Test
  void aRatioComparesWhatWasMeasuredInTheSameRound() {
    Rounds.Timed slow = timed(List.of(40.0, 400.0, 44.0));
    Rounds.Timed fast = timed(List.of(10.0, 100.0, 10.0));
    assertThat(fast.timesFasterThan(slow)).isCloseTo(4, within(1e-9));
    assertThat(slow.cpuMedian()).isEqualTo(44);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Rounds.median(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(3);
  }

  private static Rounds.Timed timed(List<Double> millis) {
    return new Rounds.Timed(new RoundsTest().named("x"), List.of(), millis, millis);
  }

  private Contender named(String name) {
    return new Contender() {
      @Override
      public Description description() {
        return new Description(name, "none", "fp32", 1, "none");
      }

      @Override
      public List<Found> recognise(List<byte[]> encoded) {
        calls.add(name);
        return Collections.nCopies(encoded.size(), new Found(1, List.of()));
      }

      @Override
      public void close() {}
    };
  }
}
