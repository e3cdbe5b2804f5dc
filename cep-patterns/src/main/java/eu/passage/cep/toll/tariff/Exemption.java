package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.util.List;

/**
 * Vehicles that owe nothing: those of which any of this is true.
 *
 * @param name why, as charges tell it
 * @param uses in the vehicle registry
 * @param co2Classes in the vehicle registry
 * @param plates series of plates
 */
public record Exemption(
    String name, List<String> uses, List<String> co2Classes, List<Series> plates)
    implements Serializable {

  public Exemption {
    uses = List.copyOf(uses);
    co2Classes = List.copyOf(co2Classes);
    plates = List.copyOf(plates);
  }

  /**
   * Plates of a shape.
   *
   * @param country ISO 3166-1 alpha-2; a plate of unknown country is in no series
   * @param shape capital letters and digits, {@code ?} for one and {@code *} for any
   */
  public record Series(String country, String shape) implements Serializable {

    /** As it is written: {@code BE:CD*}. */
    public String text() {
      return country + ":" + shape;
    }
  }

  /** Whether the vehicle registry must be asked for it. */
  public boolean needsRegistry() {
    return !uses.isEmpty() || !co2Classes.isEmpty();
  }
}
