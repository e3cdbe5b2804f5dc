package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The charging points of the camera catalogue, which bans name. */
final class ChargingPoints {

  private final Map<String, List<Camera>> byName = new TreeMap<>();

  ChargingPoints(CameraCatalogue cameras) {
    for (Camera camera : cameras.all()) {
      String point = camera.chargingPoint();
      if (point != null) {
        byName.computeIfAbsent(point, any -> new ArrayList<>()).add(camera);
      }
    }
  }

  boolean has(String point) {
    return byName.containsKey(point);
  }

  /** Those of a point; none where there is no such point. */
  List<Camera> cameras(String point) {
    return byName.getOrDefault(point, List.of());
  }

  /** Whether trucks that enter a country, or leave it, pass there. */
  boolean isBorder(String point, String country) {
    return cameras(point).stream()
        .flatMap(
            camera ->
                Stream.concat(
                    Stream.ofNullable(camera.approaching()), Stream.ofNullable(camera.receding())))
        .anyMatch(way -> touches(way, country));
  }

  private static boolean touches(Crossing way, String country) {
    return way.from().equals(country) || way.to().equals(country);
  }

  /** What to write instead of a name that is none. */
  String advice() {
    return byName.isEmpty()
        ? "The camera catalogue has no charging points; name one there: chargingPoint: true"
        : "Charging points are " + String.join(", ", byName.keySet()) + ".";
  }

  String meant(String written) {
    return Suggestion.of(written, byName.keySet());
  }

  /** Those under a key, each once; what is none is a fault. */
  List<DataText> read(DataFields fields, String key) {
    List<DataText> points = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    String example = key + ": [EST-1, EST-3]";
    if (!fields.require(key, example)) {
      return points;
    }
    for (DataText point : fields.texts(key, example)) {
      if (!has(point.value())) {
        point.fault(
            "'%s' is no charging point%s.".formatted(point.shown(), meant(point.shown())),
            advice());
      } else if (!names.add(point.value())) {
        point.fault("'%s' stands here twice.".formatted(point.shown()), "Keep one of the two.");
      } else {
        points.add(point);
      }
    }
    return points;
  }
}
