package eu.passage.cep.trucks.bans;

import eu.passage.schemas.plates.VehicleKey;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A vehicle that a ban leaves alone for a time.
 *
 * @param plate normal form
 * @param country of the plate, ISO 3166-1 alpha-2
 * @param until the first local day on which it no longer is exempt
 * @param why whose it is
 */
public record Exemption(String plate, String country, LocalDate until, String why)
    implements Serializable {

  /** A read without a country, or with a common misread, speaks for the truck. */
  boolean covers(Sighting passage, LocalDate day) {
    return day.isBefore(until)
        && VehicleKey.fold(plate).equals(VehicleKey.fold(passage.plate()))
        && (passage.country() == null || passage.country().equals(country));
  }
}
