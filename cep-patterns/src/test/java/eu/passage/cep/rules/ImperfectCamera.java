package eu.passage.cep.rules;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import java.util.List;
import java.util.Random;

/**
 * What a camera makes of a vehicle: it misses some, misreads some, takes vans for cars and red for
 * orange, and its clock is some seconds off. Wrong colours are as many as were measured on a camera
 * that recognition did not know; the other shares are guesses.
 */
final class ImperfectCamera {

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSUVWXY";
  private static final List<String> MAKES =
      List.of(
          "Renault", "Peugeot", "Citroen", "Volkswagen", "BMW", "Audi", "Ford", "Opel", "Toyota");
  private static final List<Colour> COLOURS = List.of(Colour.values());
  private static final int CLOCK_OFF_MS = 3_000;

  private final Random random;

  /** A vehicle as it is. */
  record Seen(String plate, String country, VehicleType type, Colour colour, String make) {}

  ImperfectCamera(Random random) {
    this.random = random;
  }

  Seen vehicle(VehicleType type) {
    return random.nextBoolean()
        ? seen(letters(2) + digits(3) + letters(2), "FR", type)
        : belgian(type);
  }

  Seen belgian(VehicleType type) {
    return seen((1 + random.nextInt(2)) + letters(3) + digits(3), "BE", type);
  }

  /** Belgian taxis have plates that begin with T. */
  Seen taxi() {
    return seen("1T" + letters(2) + digits(3), "BE", VehicleType.CAR);
  }

  private Seen seen(String plate, String country, VehicleType type) {
    return new Seen(plate, country, type, colour(), make());
  }

  /** None, one or two passages, for some vehicles are read twice. */
  List<PassageFacts> sees(Seen vehicle, long at, String from, String to, int camera) {
    if (random.nextInt(100) < 4) {
      return List.of();
    }
    PassageFacts once = read(vehicle, at, from, to, camera);
    if (random.nextInt(300) > 0) {
      return List.of(once);
    }
    return List.of(once, read(vehicle, at + 6_000 + random.nextInt(30_000), from, to, camera));
  }

  private PassageFacts read(Seen vehicle, long at, String from, String to, int camera) {
    long shown = at + random.nextInt(2 * CLOCK_OFF_MS) - CLOCK_OFF_MS;
    PassageFacts.Builder builder =
        new PassageFacts.Builder(shown, "EST-" + (camera + 1))
            .type(type(vehicle.type))
            .colour(random.nextInt(8) == 0 ? colour() : vehicle.colour)
            .late(random.nextInt(500) == 0);
    if (random.nextInt(4) > 0) {
      builder.make(random.nextInt(12) == 0 ? make() : vehicle.make);
    }
    if (random.nextInt(100) > 0) {
      builder.crossing(from, to);
    }
    return plate(builder, vehicle).build();
  }

  private PassageFacts.Builder plate(PassageFacts.Builder builder, Seen vehicle) {
    if (random.nextInt(60) > 0) {
      return builder
          .plate(vehicle.plate, vehicle.country)
          .confidence(random.nextInt(15) == 0 ? 0.5 + random.nextDouble() / 2 : 0.98);
    }
    StringBuilder misread = new StringBuilder(vehicle.plate);
    int place = random.nextInt(misread.length());
    boolean digit = Character.isDigit(misread.charAt(place));
    misread.setCharAt(place, (digit ? digits(1) : letters(1)).charAt(0));
    return builder
        .plate(misread.toString(), vehicle.country)
        .confidence(0.5 + random.nextDouble() * 0.45);
  }

  private VehicleType type(VehicleType type) {
    int lot = random.nextInt(100);
    if (lot < 3) {
      return VehicleType.UNKNOWN;
    }
    if (lot >= 8) {
      return type;
    }
    return switch (type) {
      case CAR, TRUCK -> VehicleType.VAN;
      case VAN -> lot < 6 ? VehicleType.CAR : VehicleType.TRUCK;
      case BUS -> VehicleType.TRUCK;
      default -> type;
    };
  }

  private Colour colour() {
    return COLOURS.get(random.nextInt(COLOURS.size()));
  }

  private String make() {
    return MAKES.get(random.nextInt(MAKES.size()));
  }

  private String letters(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private String digits(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }
}
