package eu.passage.jobs.scenario;

import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.NumberPlate;
import eu.passage.recognition.render.PlateGenerator;
import eu.passage.schemas.plates.VehicleKey;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Issues plates, none twice: not even one that differs from another only by characters that look
 * alike.
 */
final class PlateIssuer {

  private final PlateGenerator generator = new PlateGenerator();
  private final Set<String> issued = new HashSet<>();

  /** The next plate of a country for a vehicle. */
  NumberPlate issue(String country, VehicleType type, Random random) {
    while (true) {
      NumberPlate plate = generator.generate(country, type, random);
      if (issued.add(VehicleKey.fold(plate.text()))) {
        return plate;
      }
    }
  }
}
