package eu.passage.recognition.detect;

import eu.passage.recognition.detect.Detection.Kind;
import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which plate belongs to which vehicle of a picture. */
public final class Association {

  /** So much of a plate must lie in the vehicle's box; detectors cut bumpers off. */
  private static final double MIN_SHARE_INSIDE = 0.6;

  private Association() {}

  /** A vehicle with its plate, a vehicle without, or a plate whose vehicle was not found. */
  public record Pair(Optional<Detection> plate, Optional<Detection> vehicle) {

    /** Where the pair is, for ordering: the vehicle's box or else the plate's. */
    Detection place() {
      return vehicle.or(() -> plate).orElseThrow();
    }
  }

  private record Candidate(Detection plate, Detection vehicle, double distance) {}

  /**
   * Pairs every plate with at most one vehicle and every vehicle with at most one plate, the most
   * plausible pairs first: a plate sits inside its vehicle's box, near its vertical axis, below its
   * centre.
   *
   * @return all plates and vehicles, from left to right and then from top to bottom
   */
  public static List<Pair> of(List<Detection> detections) {
    Set<Detection> plates = ofKind(detections, Kind.PLATE);
    Set<Detection> vehicles = ofKind(detections, Kind.VEHICLE);
    List<Pair> pairs = new ArrayList<>();
    for (Candidate candidate : candidates(plates, vehicles)) {
      if (plates.contains(candidate.plate) && vehicles.contains(candidate.vehicle)) {
        plates.remove(candidate.plate);
        vehicles.remove(candidate.vehicle);
        pairs.add(new Pair(Optional.of(candidate.plate), Optional.of(candidate.vehicle)));
      }
    }
    plates.forEach(plate -> pairs.add(new Pair(Optional.of(plate), Optional.empty())));
    vehicles.forEach(vehicle -> pairs.add(new Pair(Optional.empty(), Optional.of(vehicle))));
    pairs.sort(
        Comparator.comparingDouble((Pair pair) -> pair.place().box().x())
            .thenComparingDouble(pair -> pair.place().box().y()));
    return pairs;
  }

  /** Whether a plate may be that of the vehicle, judging by how much of it lies in its box. */
  public static boolean isInside(Rect plate, Rect vehicle) {
    return plate.intersection(vehicle) >= MIN_SHARE_INSIDE * plate.area();
  }

  private static Set<Detection> ofKind(List<Detection> detections, Kind kind) {
    Set<Detection> found = new LinkedHashSet<>(detections);
    found.removeIf(detection -> detection.kind() != kind);
    return found;
  }

  private static List<Candidate> candidates(Set<Detection> plates, Set<Detection> vehicles) {
    List<Candidate> candidates = new ArrayList<>();
    for (Detection plate : plates) {
      for (Detection vehicle : vehicles) {
        if (isInside(plate.box(), vehicle.box())) {
          candidates.add(new Candidate(plate, vehicle, distance(plate, vehicle)));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::distance));
    return candidates;
  }

  /** From where plates usually sit, in shares of the vehicle's box: its axis, 3/4 down. */
  private static double distance(Detection plate, Detection vehicle) {
    double across = (plate.box().centreX() - vehicle.box().centreX()) / vehicle.box().width();
    double down = (plate.box().centreY() - vehicle.box().y()) / vehicle.box().height() - 0.75;
    return Math.hypot(across, down);
  }
}
