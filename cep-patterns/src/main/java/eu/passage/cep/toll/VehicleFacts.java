package eu.passage.cep.toll;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle registry knows of a vehicle. What it does not know is absent.
 *
 * @param euroClass of its emissions, 0 to 7
 * @param co2Class as tariffs name it
 * @param maximumMassKg permitted for the vehicle or the combination, kilograms
 * @param axles of the vehicle or the combination
 * @param uses that tariffs may exempt, such as {@code military}
 */
public record VehicleFacts(
    @Nullable Integer euroClass,
    @Nullable String co2Class,
    @Nullable Integer maximumMassKg,
    @Nullable Integer axles,
    Set<String> uses)
    implements Serializable {

  public VehicleFacts {
    uses = Set.copyOf(uses);
  }
}
