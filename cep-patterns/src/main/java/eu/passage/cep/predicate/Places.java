package eu.passage.cep.predicate;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.schemas.cameras.Camera;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Roads, zones and countries of cameras as numbers; 0 is that of a camera nobody knows. */
final class Places {

  private final CameraTable cameras;
  private final int[] ids;
  private final List<String> roads;
  private final List<String> zones;
  private final int[] roadOf;
  private final int[] zoneOf;
  private final int[] countryOf;

  Places(CameraTable cameras) {
    this.cameras = cameras;
    ids = cameras.all().stream().mapToInt(c -> NameCode.of(c.id())).toArray();
    roads = names(Camera::road);
    zones = names(Camera::zone);
    roadOf = numbers(c -> roads.indexOf(c.road()) + 1);
    zoneOf = numbers(c -> zones.indexOf(c.zone()) + 1);
    countryOf = numbers(c -> CountryCode.of(c.country()));
  }

  CameraTable cameras() {
    return cameras;
  }

  Collection<String> ids() {
    return cameras.all().stream().map(Camera::id).toList();
  }

  Collection<String> roads() {
    return roads;
  }

  Collection<String> zones() {
    return zones;
  }

  /** The number of a road that a camera stands at, or 0. */
  int road(String name) {
    return roads.indexOf(name) + 1;
  }

  /** The number of a zone that has a camera, or 0. */
  int zone(String name) {
    return zones.indexOf(name) + 1;
  }

  int roadOf(int camera) {
    return roadOf[cameras.place(camera) + 1];
  }

  int zoneOf(int camera) {
    return zoneOf[cameras.place(camera) + 1];
  }

  int countryOf(int camera) {
    return countryOf[cameras.place(camera) + 1];
  }

  /** The codes of the known cameras for which the field is one of these numbers. */
  long[] cameras(Field field, long[] codes) {
    int[] of =
        switch (field) {
          case ROAD -> roadOf;
          case ZONE -> zoneOf;
          case CAMERA_COUNTRY -> countryOf;
          default -> throw new IllegalArgumentException(field + " tells no camera");
        };
    return IntStream.range(0, ids.length)
        .filter(i -> Arrays.stream(codes).anyMatch(code -> of[i + 1] == code))
        .mapToLong(i -> ids[i])
        .toArray();
  }

  private List<String> names(Function<Camera, String> name) {
    return cameras.all().stream().map(name).distinct().sorted().toList();
  }

  private int[] numbers(ToIntFunction<Camera> number) {
    return IntStream.concat(IntStream.of(0), cameras.all().stream().mapToInt(number)).toArray();
  }
}
