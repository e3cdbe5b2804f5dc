package eu.passage.cep.engine;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Three cameras on two roads and the passages that tests write as lines. */
final class Border {

  static final CameraTable CAMERAS =
      new CameraTable(
          new CameraCatalogue(
              List.of(
                  camera("EST-1", "N511", "border"),
                  camera("EST-2", "N511", "border"),
                  camera("EST-3", "E19", "inland"))));

  static final String PLATE = "1ABC234";

  private Border() {}

  private static Camera camera(String id, String road, String zone) {
    return new Camera(
        id, "BE", road, zone, 50.7, 3.25, new Crossing("FR", "BE"), new Crossing("BE", "FR"), true);
  }

  /** Local time of Brussels, such as {@code 2026-03-10T02:10}; milliseconds since the epoch. */
  static long local(String dateTime) {
    return LocalDateTime.parse(dateTime)
        .atZone(ZoneId.of("Europe/Brussels"))
        .toInstant()
        .toEpochMilli();
  }

  /**
   * A passage of {@link #PLATE}: {@code 2026-03-10T02:10 FR>BE EST-1}, with {@code -} for no
   * crossing and {@code TRUCK} after it for a truck.
   */
  static PassageFacts passage(String line) {
    return passage(PLATE, line);
  }

  static PassageFacts passage(String plate, String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    PassageFacts.Builder passage =
        new PassageFacts.Builder(local(words.get(0)), words.get(2))
            .plate(plate, "BE")
            .type(words.contains("TRUCK") ? VehicleType.TRUCK : VehicleType.CAR);
    String crossing = words.get(1);
    return crossing.equals("-")
        ? passage.build()
        : passage.crossing(crossing.substring(0, 2), crossing.substring(3)).build();
  }
}
