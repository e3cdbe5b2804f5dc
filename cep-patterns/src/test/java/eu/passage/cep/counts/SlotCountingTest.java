package eu.passage.cep.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.CameraCount;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.SlotTally;
import eu.passage.avro.TypeCount;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotCountingTest {

  private static final Camera CAMERA = Samples.CAMERAS.find("EST-1").orElseThrow();
  private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");
  private static final CountSettings SETTINGS = CountSettings.DEFAULTS;

  private final SlotCounting counting = new SlotCounting(SETTINGS, Duration.ofSeconds(5));

  @Test
  void vehiclesAreCountedByTheirType() {
    CameraCount told =
        count(
            List.of(
                read(1, VehicleType.CAR), read(2, VehicleType.TRUCK), read(2, VehicleType.CAR)));

    assertThat(told.getPassages())
        .containsExactly(new TypeCount(VehicleType.CAR, 2), new TypeCount(VehicleType.TRUCK, 1));
    assertThat(told.getPlatesRead()).isEqualTo(3);
    assertThat(told.getPlatesNotRead()).isZero();
    assertThat(told.getCameraId()).isEqualTo("EST-1");
    assertThat(told.getChargingPoint()).isEqualTo("EST-1");
    assertThat(told.getStartsAt()).isEqualTo(START);
    assertThat(told.getSlotMs()).isEqualTo(300_000);
  }

  @Test
  void aTypeThatIsAGuessIsNone() {
    var passage = Samples.truck("2026-03-10T02:10", "1ABC234", "FR>BE", "EST-1");
    passage.getType().setConfidence(0.4f);

    assertThat(CountedVehicles.of(passage).getType()).isEqualTo(VehicleType.UNKNOWN);
  }

  @Test
  void looksThatFollowEachOtherAreOneVehicleWithoutAPlate() {
    assertThat(count(List.of(look(10), look(12), look(17), look(23))).getPlatesNotRead())
        .isEqualTo(2);
  }

  @Test
  void aLookAroundAPlateThatWasReadIsThatVehicle() {
    assertThat(count(List.of(look(10), look(14), read(18, VehicleType.CAR))).getPlatesNotRead())
        .isZero();
    assertThat(count(List.of(read(4, VehicleType.CAR), look(10))).getPlatesNotRead()).isEqualTo(1);
    assertThat(count(List.of(look(10), read(16, VehicleType.CAR))).getPlatesNotRead()).isEqualTo(1);
  }

  @Test
  void eachTellingHasTheNextRevisionAndTheTotals() {
    SlotTally tally = SlotCounting.empty();
    counting.add(tally, read(1, VehicleType.CAR));
    assertThat(tally.getChanged()).isTrue();
    CameraCount first = counting.tell(tally, CAMERA, START.toEpochMilli());
    assertThat(tally.getChanged()).isFalse();
    counting.add(tally, read(2, VehicleType.CAR));
    CameraCount second = counting.tell(tally, CAMERA, START.toEpochMilli());

    assertThat(first.getRevision()).isEqualTo(1);
    assertThat(second.getRevision()).isEqualTo(2);
    assertThat(first.getPlatesRead()).isEqualTo(1);
    assertThat(second.getPlatesRead()).isEqualTo(2);
  }

  @Property(tries = 200)
  void theOrderMakesNoDifferenceAndWhatHasNoPlateMayComeTwice(
      @ForAll @Size(max = 30) List<@IntRange(max = 299) Integer> plates,
      @ForAll @Size(max = 30) List<@IntRange(max = 299) Integer> looks,
      @ForAll Random random) {
    List<CountedVehicle> inOrder =
        new ArrayList<>(plates.stream().map(at -> read(at, VehicleType.VAN)).toList());
    looks.forEach(at -> inOrder.add(look(at)));
    List<CountedVehicle> shuffled = new ArrayList<>(inOrder);
    looks.forEach(at -> shuffled.add(look(at)));
    Collections.shuffle(shuffled, random);

    CameraCount one = count(inOrder);
    assertThat(count(shuffled)).isEqualTo(one);
    assertThat(one.getPlatesRead()).isEqualTo(plates.size());
    assertThat(one.getPlatesNotRead()).isBetween(0, looks.size());
  }

  @Test
  void slotsBeginWithTheHourAlsoBeforeTheEpoch() {
    assertThat(SETTINGS.startOf(START.toEpochMilli() + 299_999)).isEqualTo(START.toEpochMilli());
    assertThat(SETTINGS.startOf(-1)).isEqualTo(-300_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S", "PT7M", "PT2H", "PT90S", "PT-5M"})
  void aSlotThatDoesNotDivideAnHourIsRefused(Duration slot) {
    assertThatThrownBy(() -> new CountSettings(slot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slot")
        .hasMessageContaining(slot.toString());
  }

  private CameraCount count(List<CountedVehicle> vehicles) {
    SlotTally tally = SlotCounting.empty();
    vehicles.forEach(vehicle -> counting.add(tally, vehicle));
    return counting.tell(tally, CAMERA, START.toEpochMilli());
  }

  private static CountedVehicle read(int second, VehicleType type) {
    return new CountedVehicle("EST-1", START.plusSeconds(second), type);
  }

  private static CountedVehicle look(int second) {
    return CountedVehicles.notRead("EST-1", START.plusSeconds(second).toEpochMilli());
  }
}
