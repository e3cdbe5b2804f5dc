package eu.passage.recognition.render;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import java.util.Optional;

/**
 * A vehicle to be drawn.
 *
 * @param type any but UNKNOWN
 * @param colour any but UNKNOWN
 * @param front the front plate; empty when missing or covered. Motorcycles never show one
 * @param rear the rear plate, for a tractor with a trailer the trailer's; empty when missing or
 *     covered
 * @param design seed of everything else: body shape, shade, lamps, dirt
 */
public record SceneVehicle(
    VehicleType type,
    Colour colour,
    Optional<NumberPlate> front,
    Optional<NumberPlate> rear,
    long design) {

  /** A vehicle with the same plate at both ends. */
  public static SceneVehicle of(VehicleType type, Colour colour, NumberPlate plate, long design) {
    return new SceneVehicle(type, colour, Optional.of(plate), Optional.of(plate), design);
  }

  Optional<NumberPlate> plate(Pose.Facing facing) {
    if (facing == Pose.Facing.REAR) {
      return rear;
    }
    return type == VehicleType.MOTORCYCLE ? Optional.empty() : front;
  }
}
