package eu.passage.recognition;

import eu.passage.recognition.detect.Association;
import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells plates from what was only taken for one: badges, lamps, a firm's name. Both lie on the same
 * vehicle, and reading shows which is which.
 */
final class Lettering {

  private Lettering() {}

  /**
   * Gives a vehicle whose plate cannot be read the one inside it that can, and leaves out what
   * cannot be read beside a plate that was.
   *
   * @param sightings of one picture
   * @return in the same order; as many or fewer
   */
  static List<Sighting> leftOut(List<Sighting> sightings) {
    List<Sighting> kept = new ArrayList<>(sightings);
    for (Sighting alone : sightings) {
      if (alone.vehicleBox().isEmpty() && alone.plate().isPresent()) {
        smallestAround(alone, kept)
            .filter(vehicle -> vehicle.plate().isEmpty())
            .ifPresent(
                vehicle -> {
                  kept.set(kept.indexOf(vehicle), withPlateOf(vehicle, alone));
                  kept.remove(alone);
                });
      }
    }
    kept.removeIf(
        one ->
            one.vehicleBox().isEmpty()
                && one.plate().isEmpty()
                && smallestAround(one, kept).filter(v -> v.plate().isPresent()).isPresent());
    return kept;
  }

  private static Optional<Sighting> smallestAround(Sighting plate, List<Sighting> sightings) {
    Rect box = plate.plateBox().orElseThrow();
    return sightings.stream()
        .filter(s -> s.vehicleBox().filter(v -> Association.isInside(box, v)).isPresent())
        .min(Comparator.comparingDouble(s -> s.vehicleBox().orElseThrow().area()));
  }

  private static Sighting withPlateOf(Sighting vehicle, Sighting plate) {
    return new Sighting(
        plate.plate(),
        Optional.empty(),
        plate.plateBox(),
        vehicle.vehicleBox(),
        vehicle.type(),
        vehicle.colour(),
        vehicle.labels());
  }
}
