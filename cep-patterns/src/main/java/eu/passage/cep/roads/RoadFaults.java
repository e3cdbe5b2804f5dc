package eu.passage.cep.roads;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with roads: a place that is not, two of one name, a road on the wrong side. */
final class RoadFaults {

  private final CameraCatalogue cameras;
  private final RoadSettings settings;
  private final Map<String, BorderPoint> borders = new HashMap<>();
  private final Map<String, Junction> junctions = new HashMap<>();

  RoadFaults(CameraCatalogue cameras, RoadSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
    for (BorderPoint border : settings.borders()) {
      requireOneName(border.id(), borders.put(border.id(), border));
    }
    for (Junction junction : settings.junctions()) {
      requireOneName(junction.id(), junctions.put(junction.id(), junction));
    }
  }

  /**
   * @throws IllegalArgumentException for the first fault
   */
  void check() {
    for (String id : borders.keySet()) {
      requireOneName(id, junctions.get(id));
      requireOneName(id, cameras.find(id).orElse(null));
    }
    for (String id : junctions.keySet()) {
      requireOneName(id, cameras.find(id).orElse(null));
    }
    settings.roads().forEach(this::check);
  }

  private void check(Road road) {
    if (borders.containsKey(road.from())) {
      throw fault(road, "begins at a border point, where nothing sees a vehicle pass");
    }
    requireOn(road, road.from(), camera -> begins(camera, road));
    requireOn(road, road.to(), camera -> ends(camera, road));
  }

  private void requireOn(Road road, String end, Predicate<Camera> onItsSide) {
    Optional<Camera> camera = cameras.find(end);
    BorderPoint border = borders.get(end);
    Junction junction = junctions.get(end);
    if (camera.isEmpty() && border == null && junction == null) {
      List<String> known =
          Stream.of(
                  cameras.all().stream().map(Camera::id).sorted(),
                  borders.keySet().stream().sorted(),
                  junctions.keySet().stream().sorted())
              .flatMap(ids -> ids)
              .toList();
      throw fault(
          road,
          "names %s, which is no camera, border point or junction%s; there are %s"
              .formatted(end, Suggestion.of(end, known), String.join(", ", known)));
    }
    boolean fits =
        camera.map(onItsSide::test).orElse(true)
            && (border == null || border.touches(road.country()))
            && (junction == null || junction.country().equals(road.country()));
    if (!fits) {
      throw fault(
          road, "lies in %s, but %s does not touch that side".formatted(road.country(), end));
    }
  }

  /** Whether a vehicle that has passed the camera can be in the road's country. */
  private static boolean begins(Camera camera, Road road) {
    Road.Way way = road.leaving();
    boolean approaching =
        way != Road.Way.RECEDING && country(camera.approaching(), camera).equals(road.country());
    boolean receding =
        way != Road.Way.APPROACHING && country(camera.receding(), camera).equals(road.country());
    return approaching || receding;
  }

  private static String country(Camera.@Nullable Crossing crossing, Camera camera) {
    return crossing == null ? camera.country() : crossing.to();
  }

  /** Whether a vehicle that comes from the road's country can pass the camera so. */
  private static boolean ends(Camera camera, Road road) {
    Road.Way way = road.arriving();
    boolean approaching = way != Road.Way.RECEDING && comes(camera.approaching(), camera, road);
    boolean receding = way != Road.Way.APPROACHING && comes(camera.receding(), camera, road);
    return approaching || receding;
  }

  private static boolean comes(Camera.@Nullable Crossing crossing, Camera camera, Road road) {
    String from = crossing == null ? camera.country() : crossing.from();
    return from.equals(road.country());
  }

  private static void requireOneName(String id, @Nullable Object other) {
    if (Objects.nonNull(other)) {
      throw new IllegalArgumentException("two places of the road graph are named " + id);
    }
  }

  private static IllegalArgumentException fault(Road road, String what) {
    return new IllegalArgumentException(
        "the road from %s to %s %s".formatted(road.from(), road.to(), what));
  }
}
