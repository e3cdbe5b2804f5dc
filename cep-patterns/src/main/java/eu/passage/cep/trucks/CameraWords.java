package eu.passage.cep.trucks;

import eu.passage.avro.VehicleType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What cameras' own words for kinds of vehicles mean. */
final class CameraWords {

  /** Longer words first where one holds another. Lower case, letters only. */
  private static final List<Map.Entry<String, VehicleType>> WORDS =
      List.of(
          Map.entry("pickuptruck", VehicleType.CAR),
          Map.entry("truck", VehicleType.TRUCK),
          Map.entry("lorry", VehicleType.TRUCK),
          Map.entry("camion", VehicleType.TRUCK),
          Map.entry("vrachtwagen", VehicleType.TRUCK),
          Map.entry("lkw", VehicleType.TRUCK),
          Map.entry("hgv", VehicleType.TRUCK),
          Map.entry("heavygoods", VehicleType.TRUCK),
          Map.entry("trailer", VehicleType.TRUCK),
          Map.entry("minivan", VehicleType.CAR),
          Map.entry("van", VehicleType.VAN),
          Map.entry("lgv", VehicleType.VAN),
          Map.entry("bus", VehicleType.BUS),
          Map.entry("coach", VehicleType.BUS),
          Map.entry("motor", VehicleType.MOTORCYCLE),
          Map.entry("moto", VehicleType.MOTORCYCLE),
          Map.entry("sedan", VehicleType.CAR),
          Map.entry("suv", VehicleType.CAR),
          Map.entry("mpv", VehicleType.CAR),
          Map.entry("car", VehicleType.CAR),
          Map.entry("voiture", VehicleType.CAR));

  private CameraWords() {}

  /** Empty where the word says nothing certain, such as {@code vehicle}. */
  static Optional<VehicleType> type(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return WORDS.stream()
        .filter(known -> plain.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
