package eu.passage.cep.wording;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle a story is about.
 *
 * @param type what more than half of its passages that tell it say, else unknown
 * @param plate as read at its last passage, as it is written
 * @param country of the plate, ISO 3166-1 alpha-2; null where nobody could tell
 */
record Vehicle(VehicleType type, String plate, @Nullable String country) {

  /**
   * @param passages of this vehicle, oldest first
   */
  static Vehicle of(List<PassageFacts> passages) {
    PassageFacts last = passages.get(passages.size() - 1);
    String country = CountryCode.text(last.country());
    String plate = PlateSyntax.shipped().display(country, PlateCode.text(last.plate()));
    return new Vehicle(type(passages), plate, country);
  }

  private static VehicleType type(List<PassageFacts> passages) {
    int[] votes = new int[VehicleType.values().length];
    int told = 0;
    for (PassageFacts passage : passages) {
      if (passage.type() != VehicleType.UNKNOWN) {
        votes[passage.typeOrdinal()]++;
        told++;
      }
    }
    for (VehicleType type : VehicleType.values()) {
      if (votes[type.ordinal()] > told / 2) {
        return type;
      }
    }
    return VehicleType.UNKNOWN;
  }
}
