package eu.passage.cep.fusion;

import eu.passage.avro.CameraReading;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.ids.Ids;
import eu.passage.schemas.plates.VehicleKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frames of one vehicle made into one passage. */
public final class PassageAssembly {

  private final FusionSettings settings;

  public PassageAssembly(FusionSettings settings) {
    this.settings = settings;
  }

  /** The passage as far as its frames tell; empty while no frame gives a readable plate. */
  public Optional<Passage> assemble(Track track, Camera camera) {
    List<PlateReading> readings = track.readings();
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    PlateReading plate = CountryBySyntax.complete(PlateVote.fuse(readings));
    if (plate.getConfidence() < settings.minConfidence()
        || plate.getText().length() < settings.minLength()) {
      return Optional.empty();
    }
    return Optional.of(build(track.inOrder(), plate, camera));
  }

  /**
   * Whether later frames can hardly change it: enough frames read exactly this plate, the fused
   * confidence is high, and at a camera that watches a border the direction is known.
   */
  public boolean settled(Passage passage, Track track, Camera camera) {
    String text = passage.getPlate().getText();
    long agreeing = track.readings().stream().filter(r -> r.getText().equals(text)).count();
    boolean crossingKnown =
        passage.getDirection() != Direction.UNKNOWN
            || (camera.approaching() == null && camera.receding() == null);
    return agreeing >= settings.settledFrames()
        && passage.getPlate().getConfidence() >= settings.settledConfidence()
        && crossingKnown;
  }

  private Passage build(List<Observation> frames, PlateReading plate, Camera camera) {
    Observation first = frames.get(0);
    Observation last = frames.get(frames.size() - 1);
    Direction direction = DirectionVote.of(frames);
    @Nullable Crossing crossing = crossing(camera, direction);
    Duration delay = Duration.between(last.getCapturedAt(), last.getReceivedAt());
    return Passage.newBuilder()
        .setPassageId(Ids.of("passage", camera.id(), first.getObservationId()))
        .setVehicleKey(VehicleKey.of(plate.getCountry(), plate.getText()))
        .setCameraId(camera.id())
        .setCameraCountry(camera.country())
        .setRoad(camera.road())
        .setZone(camera.zone())
        .setAt(last.getCapturedAt())
        .setFirstAt(first.getCapturedAt())
        .setReceivedAt(last.getReceivedAt())
        .setLate(delay.compareTo(settings.lateAfter()) > 0)
        .setPlate(plate)
        .setType(AttributeVote.type(frames))
        .setColour(AttributeVote.colour(frames))
        .setMake(AttributeVote.make(frames).orElse(null))
        .setAttributes(AttributeVote.attributes(frames))
        .setDirection(direction)
        .setFromCountry(crossing == null ? null : crossing.from())
        .setToCountry(crossing == null ? null : crossing.to())
        .setEvidence(new ArrayList<>(frames.stream().map(PassageAssembly::evidence).toList()))
        .setCamera(surestOfCamera(frames))
        .setModelVersion(last.getModelVersion())
        .build();
  }

  private static @Nullable Crossing crossing(Camera camera, Direction direction) {
    return switch (direction) {
      case APPROACHING -> camera.approaching();
      case RECEDING -> camera.receding();
      case UNKNOWN -> null;
    };
  }

  private static @Nullable CameraReading surestOfCamera(List<Observation> frames) {
    return frames.stream()
        .map(CameraSays::of)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(c -> c.getConfidence() == null ? 0f : c.getConfidence()))
        .orElse(null);
  }

  private static Evidence evidence(Observation frame) {
    return Evidence.newBuilder()
        .setFrameId(frame.getFrameId())
        .setCapturedAt(frame.getCapturedAt())
        .setSha256(frame.getImageSha256())
        .setUri(frame.getImageUri())
        .setPlateBox(frame.getPlateBox())
        .setPlate(frame.getPlate() == null ? null : frame.getPlate().getText())
        .build();
  }
}
