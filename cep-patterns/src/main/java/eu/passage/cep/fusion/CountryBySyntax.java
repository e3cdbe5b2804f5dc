package eu.passage.cep.fusion;

import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.Map;

/**
 * The country of a plate that no reader told, where only one country's plates look like it: without
 * one the vehicle would have another key than when its band is read.
 */
final class CountryBySyntax {

  /** A text that another country has as well says too little. */
  private static final double CLEAR = 0.9;

  private CountryBySyntax() {}

  /** The reading itself where it has a country or the syntax does not tell one. */
  static PlateReading complete(PlateReading reading) {
    if (reading.getCountry() != null) {
      return reading;
    }
    return PlateSyntax.shipped().countryLikelihoods(reading.getText()).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= CLEAR)
        .map(
            best ->
                PlateReading.newBuilder(reading)
                    .setCountry(best.getKey())
                    .setCountryConfidence(best.getValue().floatValue())
                    .build())
        .orElse(reading);
  }
}
