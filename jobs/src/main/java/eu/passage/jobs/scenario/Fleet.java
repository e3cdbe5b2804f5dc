package eu.passage.jobs.scenario;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.NumberPlate;
import java.util.Random;

/** Makes vehicles with plates, countries and colours as the roads of Estaimpuis know them. */
final class Fleet {

  private final PlateIssuer plates;

  Fleet(PlateIssuer plates) {
    this.plates = plates;
  }

  /** A car, or one time in six a van, of any country. */
  TrueVehicle carOrVan(Random random) {
    VehicleType type = random.nextInt(6) == 0 ? VehicleType.VAN : VehicleType.CAR;
    return vehicle(type, anyCountry(random), random);
  }

  /** A vehicle of one type, of any country. */
  TrueVehicle any(VehicleType type, Random random) {
    return vehicle(type, anyCountry(random), random);
  }

  /** A vehicle of one type and country. */
  TrueVehicle vehicle(VehicleType type, String country, Random random) {
    NumberPlate plate = plates.issue(country, type, random);
    return new TrueVehicle(plate.text(), country, plate.series(), type, colour(type, random));
  }

  /** Shares as a border commune between Tournai and Lille may see them; chosen, not counted. */
  private static String anyCountry(Random random) {
    int share = random.nextInt(100);
    if (share < 42) {
      return "BE";
    }
    if (share < 82) {
      return "FR";
    }
    if (share < 88) {
      return "NL";
    }
    if (share < 94) {
      return "DE";
    }
    return share < 97 ? "LU" : "GB";
  }

  private static Colour colour(VehicleType type, Random random) {
    boolean mostlyWhite = type == VehicleType.TRUCK || type == VehicleType.VAN;
    if (mostlyWhite && random.nextInt(10) < 6) {
      return Colour.WHITE;
    }
    Colour[] common = {
      Colour.GREY, Colour.GREY, Colour.GREY, Colour.BLACK, Colour.BLACK, Colour.WHITE, Colour.WHITE,
      Colour.BLUE, Colour.BLUE, Colour.RED, Colour.RED, Colour.GREEN, Colour.BEIGE, Colour.YELLOW,
      Colour.ORANGE, Colour.BROWN, Colour.PURPLE
    };
    return common[random.nextInt(common.length)];
  }
}
