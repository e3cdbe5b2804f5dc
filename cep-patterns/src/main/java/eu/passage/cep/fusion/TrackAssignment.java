package eu.passage.cep.fusion;

import eu.passage.avro.Box;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the vehicles before a camera an observation shows. Two observations of the same frame
 * are never one vehicle, however alike their plates.
 */
public final class TrackAssignment {

  /** Just under one sure character that nobody confuses: see {@link PlateDistance}. */
  private static final double SAME_PLATE = 0.85;

  /** Where the vehicle stands almost where it stood a moment ago. */
  private static final double SAME_PLACE = 1.6;

  /** And so much more where the reading is quite unsure of itself: it hardly speaks against. */
  private static final double SAME_PLACE_UNSURE = 2.0;

  /** Where the vehicle has hardly moved: no other can have come there so soon. */
  private static final double VERY_SAME_PLACE = 3.0;

  /** Where the camera itself says that it follows one vehicle. */
  private static final double SAME_CAMERA_TRACK = 2.5;

  private static final long A_MOMENT_MS = 1000;
  private static final double OVERLAP = 0.3;
  private static final long AN_INSTANT_MS = 600;
  private static final double LARGE_OVERLAP = 0.45;

  /**
   * A plate keeps its place on the vehicle to this share of its size. A truck's front plate is the
   * tractor's and its rear plate the trailer's: they are never readings of one plate.
   */
  private static final double SAME_PLACE_ON_VEHICLE = 0.3;

  private TrackAssignment() {}

  /**
   * The vehicle shown, or empty when it is none of these. An observation without a plate belongs to
   * a vehicle only by the camera's own track number.
   */
  public static Optional<Track> find(
      Collection<Track> tracks, Observation observation, FusionSettings settings) {
    List<Track> possible =
        tracks.stream()
            .filter(t -> !t.isIn(observation.getFrameId()))
            .filter(t -> near(t, observation, settings))
            .toList();
    if (observation.getPlate() == null) {
      List<Track> followed = possible.stream().filter(t -> sameTrack(t, observation)).toList();
      return followed.size() == 1 ? Optional.of(followed.get(0)) : Optional.empty();
    }
    return possible.stream()
        .map(t -> new Candidate(t, distance(t, observation)))
        .filter(c -> c.distance <= limit(c.track, observation))
        .min(
            Comparator.comparingDouble(Candidate::distance)
                .thenComparingLong(c -> -c.track.lastAt)
                .thenComparing(c -> c.track.id))
        .map(Candidate::track);
  }

  private record Candidate(Track track, double distance) {}

  /** Whether an observation lies so near the frames of a vehicle in time that it may show it. */
  public static boolean near(Track track, Observation observation, FusionSettings settings) {
    long gap = settings.gap().toMillis();
    long at = observation.getCapturedAt().toEpochMilli();
    return at >= track.firstAt - gap && at <= track.lastAt + gap;
  }

  private static double distance(Track track, Observation observation) {
    return track.readings().stream()
        .mapToDouble(r -> PlateDistance.between(r, observation.getPlate()))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private static double limit(Track track, Observation observation) {
    if (sameTrack(track, observation)) {
      return SAME_CAMERA_TRACK;
    }
    if (samePlace(track, observation, AN_INSTANT_MS, LARGE_OVERLAP)) {
      return VERY_SAME_PLACE;
    }
    if (samePlace(track, observation, A_MOMENT_MS, OVERLAP)) {
      return SAME_PLACE + SAME_PLACE_UNSURE * (1 - sure(observation));
    }
    return SAME_PLATE;
  }

  private static double sure(Observation observation) {
    PlateReading plate = observation.getPlate();
    return plate == null ? 0 : plate.getConfidence();
  }

  private static boolean sameTrack(Track track, Observation observation) {
    String id = cameraTrack(observation);
    return !id.isEmpty() && track.observations.stream().anyMatch(o -> id.equals(cameraTrack(o)));
  }

  private static String cameraTrack(Observation observation) {
    return CameraSays.of(observation).map(CameraReading::getTrackId).orElse("");
  }

  private static boolean samePlace(
      Track track, Observation observation, long within, double overlap) {
    long at = observation.getCapturedAt().toEpochMilli();
    return Stream.concat(track.observations.stream(), track.latest.stream())
        .filter(o -> Math.abs(o.getCapturedAt().toEpochMilli() - at) <= within)
        .filter(o -> overlap(o.getVehicleBox(), observation.getVehicleBox()) >= overlap)
        .anyMatch(o -> samePlaceOnVehicle(o, observation));
  }

  private static boolean samePlaceOnVehicle(Observation a, Observation b) {
    Box plateA = a.getPlateBox();
    Box plateB = b.getPlateBox();
    Box vehicleA = a.getVehicleBox();
    Box vehicleB = b.getVehicleBox();
    if (plateA == null || plateB == null || vehicleA == null || vehicleB == null) {
      return true;
    }
    double across = across(plateA, vehicleA) - across(plateB, vehicleB);
    double down = down(plateA, vehicleA) - down(plateB, vehicleB);
    return Math.abs(across) <= SAME_PLACE_ON_VEHICLE && Math.abs(down) <= SAME_PLACE_ON_VEHICLE;
  }

  /** Where the plate's middle is between the vehicle's left, 0, and right, 1. */
  private static double across(Box plate, Box vehicle) {
    return (plate.getX() + plate.getWidth() / 2.0 - vehicle.getX())
        / Math.max(1, vehicle.getWidth());
  }

  /** Where the plate's middle is between the vehicle's top, 0, and bottom, 1. */
  private static double down(Box plate, Box vehicle) {
    return (plate.getY() + plate.getHeight() / 2.0 - vehicle.getY())
        / Math.max(1, vehicle.getHeight());
  }

  /** Intersection over union, 0 where a box is absent. */
  private static double overlap(@Nullable Box a, @Nullable Box b) {
    if (a == null || b == null) {
      return 0;
    }
    double width =
        Math.min(a.getX() + a.getWidth(), b.getX() + b.getWidth()) - Math.max(a.getX(), b.getX());
    double height =
        Math.min(a.getY() + a.getHeight(), b.getY() + b.getHeight()) - Math.max(a.getY(), b.getY());
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double union =
        (double) a.getWidth() * a.getHeight()
            + (double) b.getWidth() * b.getHeight()
            - width * height;
    return width * height / union;
  }
}
