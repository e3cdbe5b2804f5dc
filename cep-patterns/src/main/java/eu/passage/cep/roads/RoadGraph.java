package eu.passage.cep.roads;

import eu.passage.avro.Direction;
import eu.passage.avro.NextPlace;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle can be next, and how soon: cameras and border points on the shortest ways. No way
 * leads over a border: what lies behind it is told when the vehicle has crossed. A camera inland is
 * told, and the way goes on behind it, since a vehicle may pass it unread.
 */
public final class RoadGraph {

  /** A place, the country the vehicle is in there, and the way it passed where that matters. */
  private record Stand(String place, String country, Direction way) {}

  private record Step(Stand stand, Duration after) {}

  private final CameraCatalogue cameras;
  private final RoadSettings settings;
  private final Map<String, BorderPoint> borders = new HashMap<>();
  private final Map<String, List<Road>> roadsFrom = new HashMap<>();

  /**
   * @throws IllegalArgumentException when a road ends nowhere, or in another country than it says,
   *     when two places have one name, or when no road leads to a border point
   */
  public RoadGraph(CameraCatalogue cameras, RoadSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
    settings.borders().forEach(border -> borders.put(border.id(), border));
    new RoadFaults(cameras, settings).check();
    settings
        .roads()
        .forEach(
            road -> roadsFrom.computeIfAbsent(road.from(), any -> new ArrayList<>()).add(road));
    requireReached();
  }

  /**
   * Where a vehicle can be next, the soonest first and each place once; never the place it is at.
   *
   * @param camera that it passes
   * @param way as the camera sees it
   * @param entered the country it entered there; null unless it crossed a border
   * @param at when it passes
   */
  public List<NextPlace> next(String camera, Direction way, @Nullable String entered, Instant at) {
    List<NextPlace> next = new ArrayList<>();
    for (NextPlace place : ahead(camera, way, entered, at, settings.lookAhead())) {
      if (next.size() < settings.mostPlaces()) {
        next.add(place);
      }
    }
    return next;
  }

  private List<NextPlace> ahead(
      String camera, Direction way, @Nullable String entered, Instant at, Duration within) {
    Map<String, NextPlace> found = new LinkedHashMap<>();
    Set<Stand> done = new HashSet<>();
    PriorityQueue<Step> queue = new PriorityQueue<>(soonest(camera));
    starts(camera, way, entered).forEach(stand -> queue.add(new Step(stand, Duration.ZERO)));
    for (Step step = queue.poll(); step != null; step = queue.poll()) {
      Stand stand = step.stand();
      if (!done.add(stand)) {
        continue;
      }
      Instant when = at.plus(step.after());
      Optional<NextPlace> told = told(stand, when).filter(place -> !stand.place().equals(camera));
      told.ifPresent(place -> found.putIfAbsent(place.getPlace(), place));
      if (told.map(NextPlace::getToCountry).isPresent()) {
        continue; // a border
      }
      for (Road road : roadsFrom.getOrDefault(stand.place(), List.of())) {
        Duration after = step.after().plus(road.fastest());
        if (leads(road, stand) && !road.to().equals(camera) && after.compareTo(within) <= 0) {
          queue.add(new Step(end(road), after));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * Of two ways of one length to one place, on either side of a border, that in the country where
   * the camera stands comes first: nobody has seen the vehicle leave it, and who is beyond the
   * border must hear of it.
   */
  private Comparator<Step> soonest(String camera) {
    String here = cameras.find(camera).map(Camera::country).orElse("");
    return Comparator.comparing(Step::after)
        .thenComparing(step -> step.stand().place())
        .thenComparing(step -> !step.stand().country().equals(here))
        .thenComparing(step -> step.stand().country())
        .thenComparing(step -> step.stand().way());
  }

  /** Where the vehicle stands after its passage: on each side that the passage leaves open. */
  private Set<Stand> starts(String id, Direction way, @Nullable String entered) {
    Optional<Camera> known = cameras.find(id);
    if (known.isEmpty()) {
      return Set.of();
    }
    Camera camera = known.get();
    if (entered != null) {
      return Set.of(new Stand(id, entered, way));
    }
    Set<Stand> stands = new HashSet<>();
    for (Direction one :
        way == Direction.UNKNOWN
            ? List.of(Direction.APPROACHING, Direction.RECEDING)
            : List.of(way)) {
      Crossing crossing = one == Direction.APPROACHING ? camera.approaching() : camera.receding();
      stands.add(new Stand(id, crossing == null ? camera.country() : crossing.to(), way));
    }
    return stands;
  }

  private static boolean leads(Road road, Stand stand) {
    return road.country().equals(stand.country())
        && (road.leaving() == null
            || stand.way() == Direction.UNKNOWN
            || stand.way().name().equals(road.leaving().name()));
  }

  private static Stand end(Road road) {
    Road.Way way = road.arriving();
    return new Stand(
        road.to(), road.country(), way == null ? Direction.UNKNOWN : Direction.valueOf(way.name()));
  }

  /** What people are told of a place that is reached from within a country; junctions are not. */
  private Optional<NextPlace> told(Stand reached, Instant when) {
    BorderPoint border = borders.get(reached.place());
    if (border != null) {
      return Optional.of(
          new NextPlace(border.id(), border.road(), border.beyond(reached.country()), when));
    }
    return cameras
        .find(reached.place())
        .map(c -> new NextPlace(c.id(), c.road(), entered(c, reached.country()), when));
  }

  /** The country that is entered at a camera by who comes to it from this one; null for none. */
  static @Nullable String entered(Camera camera, String from) {
    if (camera.approaching() != null && camera.approaching().from().equals(from)) {
      return camera.approaching().to();
    }
    return camera.receding() != null && camera.receding().from().equals(from)
        ? camera.receding().to()
        : null;
  }

  /** A border that no camera's roads lead to would be forgotten in silence. */
  private void requireReached() {
    Duration ever =
        settings.roads().stream().map(Road::fastest).reduce(Duration.ZERO, Duration::plus);
    Set<String> reached =
        cameras.all().stream()
            .flatMap(c -> ahead(c.id(), Direction.UNKNOWN, null, Instant.EPOCH, ever).stream())
            .map(NextPlace::getPlace)
            .collect(Collectors.toSet());
    for (BorderPoint border : settings.borders()) {
      if (!reached.contains(border.id())) {
        throw new IllegalArgumentException(
            "no road leads from a camera to the border point %s; add one or leave it out"
                .formatted(border.id()));
      }
    }
  }
}
