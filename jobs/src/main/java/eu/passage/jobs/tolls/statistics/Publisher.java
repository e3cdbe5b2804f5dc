package eu.passage.jobs.tolls.statistics;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.cameras.Camera;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * Who gives statistics out, and of which places.
 *
 * @param country where the charging points are, ISO 3166-1 alpha-2
 * @param name who runs them
 * @param sites by id, one at least
 */
record Publisher(String country, String name, SortedMap<String, Site> sites) {

  /**
   * @throws IllegalArgumentException when no camera is at a charging point
   */
  static Publisher of(PassageConfig config) {
    String country =
        config.cameras().stream()
            .filter(camera -> camera.chargingPoint() != null)
            .min(Comparator.comparing(Camera::id))
            .map(Camera::country)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no camera of the configuration has a chargingPoint"));
    return new Publisher(country, config.tolls().originator(), Site.of(config.cameras()));
  }

  String tableId() {
    return name + "/charging-points";
  }

  String tableVersion() {
    return Site.version(sites.values().toString());
  }
}
