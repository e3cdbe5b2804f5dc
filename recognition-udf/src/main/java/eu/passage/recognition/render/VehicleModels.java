package eu.passage.recognition.render;

import java.awt.Color;
import java.util.SplittableRandom;

/** From what a vehicle is to what it looks like. */
final class VehicleModels {

  private VehicleModels() {}

  static VehicleModel build(SceneVehicle vehicle) {
    SplittableRandom random = new SplittableRandom(vehicle.design());
    Color paint = Paints.shade(vehicle.colour(), random);
    return switch (vehicle.type()) {
      case CAR -> new CarDesign(paint, random).build();
      case VAN -> new VanDesign(paint, random).build();
      case TRUCK -> new TruckDesign(paint, vehicle.colour(), random).build();
      case BUS -> new BusDesign(paint, random).build();
      case MOTORCYCLE -> new MotorcycleDesign(paint, random).build();
      case UNKNOWN -> throw new IllegalArgumentException("a vehicle of type UNKNOWN has no shape");
    };
  }
}
