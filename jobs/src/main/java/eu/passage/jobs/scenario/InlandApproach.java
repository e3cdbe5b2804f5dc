package eu.passage.jobs.scenario;

import eu.passage.avro.Direction;
import eu.passage.avro.NextPlace;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A camera inland that whoever heads for the border passes first.
 *
 * @param camera sees no crossing
 * @param way past it to the border
 * @param border the camera there that can be reached the soonest
 * @param entered the country behind it
 * @param fastest nobody is there sooner
 */
record InlandApproach(
    Camera camera, Direction way, Camera border, String entered, Duration fastest) {

  private static final List<Direction> WAYS = List.of(Direction.APPROACHING, Direction.RECEDING);

  /** The one that leads the soonest to a border camera; empty where there is none. */
  static Optional<InlandApproach> find(CameraCatalogue cameras, RoadGraph roads) {
    return cameras.all().stream()
        .filter(camera -> camera.approaching() == null && camera.receding() == null)
        .flatMap(camera -> WAYS.stream().map(way -> of(camera, way, cameras, roads)))
        .flatMap(Optional::stream)
        .min(
            Comparator.comparing(InlandApproach::fastest)
                .thenComparing(approach -> approach.camera().id()));
  }

  private static Optional<InlandApproach> of(
      Camera camera, Direction way, CameraCatalogue cameras, RoadGraph roads) {
    for (NextPlace place : roads.next(camera.id(), way, null, Instant.EPOCH)) {
      Optional<Camera> border = cameras.find(place.getPlace()).filter(BorderCameras::seesBothWays);
      String entered = place.getToCountry();
      if (border.isPresent() && entered != null) {
        Duration fastest = Duration.between(Instant.EPOCH, place.getEarliestAt());
        return Optional.of(new InlandApproach(camera, way, border.get(), entered, fastest));
      }
    }
    return Optional.empty();
  }
}
