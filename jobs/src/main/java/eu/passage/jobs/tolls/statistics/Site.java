package eu.passage.jobs.tolls.statistics;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A place of measurement: a charging point, or one way past it.
 *
 * @param id of the point alone, or with a way: {@code EST-1/FR-BE}
 * @param name for people
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param everything whether all vehicles are counted there; else trucks one by one
 */
record Site(
    String id, String name, String road, double latitude, double longitude, boolean everything) {

  private static final Map<String, String> WAYS =
      new TreeMap<>(
          Map.of(
              "APPROACHING", "towards the camera",
              "RECEDING", "away from the camera",
              "UNKNOWN", "way not known"));

  /** Where a way past a point is measured. */
  static String id(String point, String way) {
    return point + "/" + way;
  }

  /** Another text whenever anything of the site is another. */
  String version() {
    return version(toString());
  }

  static String version(String of) {
    CRC32 sum = new CRC32();
    sum.update(of.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /** All sites of the charging points, by id; a point stands where its first camera does. */
  static SortedMap<String, Site> of(Collection<Camera> cameras) {
    SortedMap<String, Site> sites = new TreeMap<>();
    cameras.stream()
        .filter(camera -> camera.chargingPoint() != null)
        .sorted(Comparator.comparing(Camera::id))
        .flatMap(camera -> of(camera).stream())
        .forEach(site -> sites.putIfAbsent(site.id, site));
    return sites;
  }

  private static List<Site> of(Camera camera) {
    String point = String.valueOf(camera.chargingPoint());
    List<Site> sites = new ArrayList<>();
    sites.add(at(camera, point, camera.road(), true));
    WAYS.forEach(
        (way, words) -> sites.add(at(camera, id(point, way), camera.road() + ", " + words, false)));
    for (Crossing crossing : crossings(camera)) {
      String way = crossing.from() + "-" + crossing.to();
      String words = "from " + crossing.from() + " to " + crossing.to();
      sites.add(at(camera, id(point, way), camera.road() + ", " + words, false));
    }
    return sites;
  }

  private static List<Crossing> crossings(Camera camera) {
    List<Crossing> crossings = new ArrayList<>();
    if (camera.approaching() != null) {
      crossings.add(camera.approaching());
    }
    if (camera.receding() != null) {
      crossings.add(camera.receding());
    }
    return crossings;
  }

  private static Site at(Camera camera, String id, String name, boolean everything) {
    return new Site(id, name, camera.road(), camera.latitude(), camera.longitude(), everything);
  }
}
