package eu.passage.cep.trucks;

import eu.passage.avro.CameraReading;
import eu.passage.avro.ClassReason;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TruckPassage;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way into the toll path: passages of trucks at charging points, with what it needs of them.
 * Nothing else of the traffic gets in.
 */
public final class TruckSight {

  private final CameraCatalogue cameras;
  private final TruckSettings settings;

  public TruckSight(CameraCatalogue cameras, TruckSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  /** What a camera saw of a truck; empty for all that is none, and away from charging points. */
  public Optional<TruckPassage> of(Passage passage) {
    Optional<Camera> camera = cameras.find(passage.getCameraId());
    if (camera.isEmpty() || camera.get().chargingPoint() == null) {
      return Optional.empty();
    }
    List<ClassReason> reasons = TruckOdds.reasons(passage);
    float confidence = TruckOdds.confidence(reasons);
    return confidence < settings.minConfidence()
        ? Optional.empty()
        : Optional.of(seen(passage, camera.get(), reasons, confidence));
  }

  private TruckPassage seen(
      Passage passage, Camera camera, List<ClassReason> reasons, float confidence) {
    CameraReading said = passage.getCamera();
    return TruckPassage.newBuilder()
        .setPassageId(passage.getPassageId())
        .setChargingPoint(camera.chargingPoint())
        .setCameraId(camera.id())
        .setCameraCountry(passage.getCameraCountry())
        .setRoad(passage.getRoad())
        .setSegment(camera.segment())
        .setAt(passage.getAt())
        .setUncertaintyMs(uncertainty(passage.getEvidence()))
        .setReceivedAt(passage.getReceivedAt())
        .setLate(passage.getLate())
        .setDirection(passage.getDirection())
        .setFromCountry(passage.getFromCountry())
        .setToCountry(passage.getToCountry())
        .setSide(side(passage.getDirection()))
        .setPlate(plate(passage.getPlate(), camera))
        .setClassConfidence(confidence)
        .setClassReasons(reasons)
        .setAxles(said == null ? null : said.getAxles())
        .setWeightKg(said == null ? null : said.getWeightKg())
        .setEvidence(passage.getEvidence())
        .build();
  }

  /** A vehicle shows its front to a camera that it comes towards. */
  private static Side side(Direction direction) {
    return switch (direction) {
      case APPROACHING -> Side.FRONT;
      case RECEDING -> Side.REAR;
      case UNKNOWN -> Side.UNKNOWN;
    };
  }

  private static SidePlate plate(PlateReading plate, Camera camera) {
    return SidePlate.newBuilder()
        .setText(plate.getText())
        .setCountry(plate.getCountry())
        .setConfidence(plate.getConfidence())
        .setCameraId(camera.id())
        .build();
  }

  /** The vehicle was between frames when it was where it is said to be. */
  private int uncertainty(List<Evidence> frames) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < frames.size(); i++) {
      Duration gap =
          Duration.between(frames.get(i - 1).getCapturedAt(), frames.get(i).getCapturedAt());
      if (gap.compareTo(longest) > 0) {
        longest = gap;
      }
    }
    return Math.toIntExact(longest.plus(settings.clockUncertainty()).toMillis());
  }
}
