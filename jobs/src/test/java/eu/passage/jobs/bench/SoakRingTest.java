package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetterReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakRingTest {

  @Test
  void aRoundHoldsOneFrameOfEachKindThatMustBeRefused() {
    SoakRing ring = SoakRing.draw(drawn -> {});
    assertThat(ring.frames()).hasSize(SoakRing.SIZE);
    assertThat(ring.refusalsOf(SoakRing.SIZE))
        .isEqualTo(
            Map.of(
                DeadLetterReason.TRUNCATED_IMAGE, 1L,
                DeadLetterReason.WRONG_HASH, 1L,
                DeadLetterReason.UNREADABLE_IMAGE, 1L,
                DeadLetterReason.UNKNOWN_CAMERA, 1L));
    assertThat(ring.refusalsOf(7)).isEmpty();
    assertThat(ring.refusalsOf(2 * SoakRing.SIZE + 8))
        .containsEntry(DeadLetterReason.TRUNCATED_IMAGE, 3L)
        .containsEntry(DeadLetterReason.WRONG_HASH, 2L);
  }
}
