package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.toll.VehicleFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class VehicleTableProperties {

  @Property
  void factsArePackedAndUnpackedUnchanged(
      @ForAll @IntRange(min = -1, max = 7) int euro,
      @ForAll @IntRange(min = 0, max = 1_000_000) int mass,
      @ForAll @IntRange(min = 0, max = 31) int axles,
      @ForAll boolean knowsClass,
      @ForAll Set<@CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 8) String> uses)
      throws FactException {
    VehicleFacts facts =
        new VehicleFacts(
            euro < 0 ? null : (Integer) euro,
            knowsClass ? "4" : null,
            unlessZero(mass),
            unlessZero(axles),
            uses);
    PackedFacts packed = new PackedFacts();
    packed.pack(new VehicleFacts(1, "1", 1, 1, Set.of("other")));

    assertThat(packed.unpack(packed.pack(facts))).isEqualTo(facts);
  }

  private static @Nullable Integer unlessZero(int value) {
    return value == 0 ? null : (Integer) value;
  }

  @Property
  void differentVehiclesHaveDifferentNumbers(
      @ForAll @Chars({'A', 'Z', '0', '9', 'Ä', 'Ü'}) @StringLength(min = 1, max = 10) String one,
      @ForAll @Chars({'A', 'Z', '0', '9', 'Ä', 'Ü'}) @StringLength(min = 1, max = 10) String two) {
    long first = new VehicleId("BE", one).packed();
    long second = new VehicleId("BE", two).packed();

    assertThat(first).isNotZero();
    assertThat(first == second).isEqualTo(one.equals(two));
    assertThat(first).isNotEqualTo(new VehicleId("FR", one).packed());
  }

  @Property
  void theTableHoldsWhatAMapWouldHold(
      @ForAll @Size(max = 500) Map<@IntRange(min = 1, max = 2_000) Integer, Long> entries) {
    LongTable table = new LongTable();
    Map<Long, Long> map = new HashMap<>();
    entries.forEach(
        (key, value) -> {
          long spread = key * 0x1_0000_0000L + key;
          assertThat(table.putIfAbsent(spread, value)).isTrue();
          assertThat(table.putIfAbsent(spread, value + 1)).isFalse();
          map.put(spread, value);
        });
    table.trim();

    assertThat(table.size()).isEqualTo(map.size());
    for (long key = 1; key <= 2_000; key++) {
      long spread = key * 0x1_0000_0000L + key;
      assertThat(table.has(spread)).isEqualTo(map.containsKey(spread));
      assertThat(table.get(spread)).isEqualTo(map.getOrDefault(spread, 0L));
    }
  }
}
