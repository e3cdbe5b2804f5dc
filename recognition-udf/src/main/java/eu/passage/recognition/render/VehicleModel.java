package eu.passage.recognition.render;

import java.util.List;
import java.util.Optional;

/**
 * A vehicle ready to be drawn.
 *
 * @param parts its surface, in vehicle coordinates
 * @param length in metres
 * @param width in metres
 * @param height in metres
 * @param front where the front plate is mounted; empty when there is none
 * @param rear where the rear plate is mounted
 * @param lamps what shines by night
 */
record VehicleModel(
    List<Part> parts,
    double length,
    double width,
    double height,
    Optional<Mount> front,
    Mount rear,
    List<Lamp> lamps) {

  /**
   * Where a plate's middle is, in vehicle coordinates.
   *
   * @param tilt radians by which the plate leans back from the vertical
   */
  record Mount(double x, double y, double z, double tilt) {}

  /**
   * A lamp's middle, in vehicle coordinates.
   *
   * @param head whether it is a white head lamp, else a red rear lamp
   * @param radius of the glass, in metres
   */
  record Lamp(double x, double y, double z, boolean head, double radius) {}
}
