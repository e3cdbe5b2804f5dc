package eu.passage.cep.toll;

import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.registry.RegistrySettings;
import eu.passage.cep.toll.tariff.TariffTable;
import java.io.Serializable;

/**
 * All that the toll path can be told. Start from {@link #defaults} and change what differs.
 *
 * @param originator who runs the charging points, as in {@code tollEvent.originator}
 * @param billAt plate or class less sure than this: a person must look before it is billed
 * @param times how long it waits and remembers
 * @param lookUps when the vehicle registry is asked
 * @param registry which vehicle registry that is
 * @param tariffs what is owed where
 */
public record TollSettings(
    String originator,
    float billAt,
    TollTimes times,
    LookUpTimes lookUps,
    RegistrySettings registry,
    TariffTable tariffs)
    implements Serializable {

  /** With the shipped tariffs and without a vehicle registry. */
  public static TollSettings defaults() {
    return new TollSettings(
        "passage-estaimpuis",
        0.8f,
        TollTimes.DEFAULTS,
        LookUpTimes.DEFAULTS,
        new RegistrySettings.None(),
        ShippedTariffs.standard());
  }

  public TollSettings {
    if (!(billAt > 0 && billAt < 1)) {
      throw new IllegalArgumentException("billAt must lie between 0 and 1, got " + billAt);
    }
    if (originator.isBlank()) {
      throw new IllegalArgumentException("originator must name who runs the charging points");
    }
  }
}
