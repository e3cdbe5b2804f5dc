package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyFilterTest {

  private static final int MANY = 300_000; // three layers

  private final KeyFilter filter = new KeyFilter();

  @Test
  void anEmptyOneContainsNothing() {
    assertThat(LongStream.range(-1_000, 1_000).filter(filter::mayContain)).isEmpty();
  }

  @Test
  void whatWasAddedIsAlwaysFound() {
    random(1).forEach(filter::add);

    assertThat(random(1).allMatch(filter::mayContain)).isTrue();
  }

  @Test
  void hardlyAnythingElseIsFound() {
    random(1).forEach(filter::add);

    assertThat(random(2).filter(filter::mayContain).count()).isLessThan(MANY * 4 / 100);
  }

  @Test
  void keysThatFollowOneAnotherAreTakenAsWellAsAnyOthers() {
    LongStream.range(0, MANY).forEach(filter::add);

    assertThat(LongStream.range(0, MANY).allMatch(filter::mayContain)).isTrue();
    assertThat(LongStream.range(MANY, 2 * MANY).filter(filter::mayContain).count())
        .isLessThan(MANY * 4 / 100);
  }

  @Test
  void keysThatComeAgainTakeNoMoreRoom() {
    for (int i = 0; i < MANY; i++) {
      filter.add(i % 1_000);
    }

    assertThat(random(2).filter(filter::mayContain).count()).isZero();
  }

  private static LongStream random(long seed) {
    return new Random(seed).longs(MANY);
  }
}
