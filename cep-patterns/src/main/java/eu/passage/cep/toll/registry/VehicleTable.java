package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.VehicleFacts;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles and their facts, some twenty bytes each: open addressing on vehicles as numbers. The few
 * vehicles that are no number are in a map of their own.
 */
final class VehicleTable {

  private final PackedFacts facts;
  private final LongTable packed;
  private final Map<VehicleId, Long> others;

  VehicleTable(PackedFacts facts, LongTable packed, Map<VehicleId, Long> others) {
    this.facts = facts;
    this.packed = packed;
    this.others = others;
  }

  Optional<VehicleFacts> find(VehicleId vehicle) {
    long number = vehicle.packed();
    @Nullable Long found =
        number != 0 && packed.has(number) ? (Long) packed.get(number) : others.get(vehicle);
    return Optional.ofNullable(found).map(facts::unpack);
  }

  int vehicles() {
    return packed.size() + others.size();
  }

  /** Of the arrays that hold nearly all of it. */
  long bytes() {
    return packed.bytes();
  }
}
