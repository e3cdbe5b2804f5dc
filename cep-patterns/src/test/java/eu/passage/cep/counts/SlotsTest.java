package eu.passage.cep.counts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CameraCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");

  @Test
  void theHighestRevisionHoldsInWhateverOrderItComesAndOfEqualOnesTheLast() {
    assertThat(slots(count("A", "P", 1, 3), count("A", "P", 2, 4)).of("A"))
        .extracting(CameraCount::getPlatesRead)
        .containsExactly(4);
    assertThat(slots(count("A", "P", 2, 4), count("A", "P", 1, 3)).of("A"))
        .extracting(CameraCount::getPlatesRead)
        .containsExactly(4);
    assertThat(slots(count("A", "P", 1, 3), count("A", "P", 1, 5)).of("A"))
        .extracting(CameraCount::getPlatesRead)
        .containsExactly(5);
  }

  @Test
  void camerasOfOnePointSeeTheSameVehicles() {
    Slots slots = slots(count("A", "P", 1, 3), count("B", "P", 1, 7), count("C", "Q", 1, 2));

    assertThat(slots.byPoint().get("P").values()).extracting(Slots::vehicles).containsExactly(7L);
    assertThat(slots.byPoint().get("Q").values()).extracting(Slots::vehicles).containsExactly(2L);
  }

  @Test
  void aCameraAtNoChargingPointIsAtNone() {
    assertThat(slots(count("A", null, 1, 3)).byPoint()).isEqualTo(Map.of());
    assertThat(slots().of("A")).isEmpty();
  }

  private static Slots slots(CameraCount... counts) {
    Slots slots = new Slots();
    List.of(counts).forEach(slots::add);
    return slots;
  }

  private static CameraCount count(
      String camera, @Nullable String point, int revision, int vehicles) {
    return CameraCount.newBuilder()
        .setCameraId(camera)
        .setChargingPoint(point)
        .setRoad("N511")
        .setStartsAt(START)
        .setSlotMs(300_000)
        .setPlatesRead(vehicles)
        .setRevision(revision)
        .build();
  }
}
