package eu.passage.cep.trucks;

import eu.passage.avro.CameraReading;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How likely a vehicle is a truck: everything that speaks adds the logarithm of the odds it gives,
 * as if it spoke independently of the rest. Pictures count as much as the classifier is sure; the
 * other weights are rules of thumb, and stand in every event beside what they are for.
 */
public final class TruckOdds {

  /** However sure a classifier is, it may be wrong one time in fifty. */
  private static final double SUREST = 0.98;

  private static final double CAMERA = 2;
  private static final double HEAVY = 3;
  private static final double VERY_HEAVY = 4;
  private static final double MANY_AXLES = 4;

  /** Vehicles above it are trucks by law (or buses), kilograms. */
  private static final int LIGHTEST_TRUCK = 3_500;

  /** No van with its trailer weighs as much, kilograms. */
  private static final int TOO_HEAVY_FOR_OTHERS = 7_500;

  /** Buses have three at most. */
  private static final int TRUCK_ONLY_AXLES = 4;

  private TruckOdds() {}

  /** Everything that speaks in one passage; what says nothing is left out. */
  public static List<ClassReason> reasons(Passage passage) {
    List<ClassReason> reasons = new ArrayList<>();
    pictures(passage.getType(), passage.getEvidence().size()).ifPresent(reasons::add);
    plate(passage.getPlate()).ifPresent(reasons::add);
    CameraReading camera = passage.getCamera();
    if (camera != null) {
      said(camera).ifPresent(reasons::add);
      axles(camera).ifPresent(reasons::add);
      weight(camera).ifPresent(reasons::add);
    }
    return reasons;
  }

  /** The probability that all of it comes to; one half where nothing speaks. */
  public static float confidence(List<ClassReason> reasons) {
    double odds = reasons.stream().mapToDouble(ClassReason::getWeight).sum();
    return (float) (1 / (1 + Math.exp(-odds)));
  }

  private static Optional<ClassReason> pictures(TypeEstimate type, int frames) {
    if (type.getValue() == VehicleType.UNKNOWN) {
      return Optional.empty();
    }
    double sure = Math.min(type.getConfidence(), SUREST);
    double truck =
        switch (type.getValue()) {
          case TRUCK -> sure;
          case VAN, BUS -> (1 - sure) / 2; // mostly taken for one another
          default -> (1 - sure) / 4;
        };
    String says =
        String.format(
            Locale.ROOT,
            "%s in %d %s, %.0f %%",
            type.getValue(),
            frames,
            frames == 1 ? "picture" : "pictures",
            100 * type.getConfidence());
    return Optional.of(reason(ClassSource.PICTURE, says, Math.log(truck / (1 - truck))));
  }

  private static Optional<ClassReason> plate(PlateReading plate) {
    return PlateHint.of(plate)
        .map(hint -> reason(ClassSource.PLATE, hint.says(), hint.weight(sureness(plate))));
  }

  private static double sureness(PlateReading plate) {
    return plate.getConfidence() * plate.getCountryConfidence();
  }

  private static Optional<ClassReason> said(CameraReading camera) {
    return Optional.ofNullable(camera.getType())
        .flatMap(
            word ->
                CameraWords.type(word)
                    .map(
                        type ->
                            reason(
                                ClassSource.CAMERA,
                                "the camera says " + word,
                                type == VehicleType.TRUCK ? CAMERA : -CAMERA)));
  }

  private static Optional<ClassReason> axles(CameraReading camera) {
    Integer axles = camera.getAxles();
    if (axles == null || axles < 3) {
      return Optional.empty(); // small trucks have as many as cars
    }
    double weight = axles >= TRUCK_ONLY_AXLES ? MANY_AXLES : MANY_AXLES / 2;
    return Optional.of(reason(ClassSource.AXLES, axles + " axles", weight));
  }

  private static Optional<ClassReason> weight(CameraReading camera) {
    Integer weight = camera.getWeightKg();
    if (weight == null) {
      return Optional.empty();
    }
    double odds =
        weight > TOO_HEAVY_FOR_OTHERS ? VERY_HEAVY : weight > LIGHTEST_TRUCK ? HEAVY : -HEAVY;
    return Optional.of(reason(ClassSource.WEIGHT, weight + " kg", odds));
  }

  private static ClassReason reason(ClassSource source, String says, double weight) {
    return new ClassReason(source, says, (float) weight);
  }
}
