package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a tariff: those that match each of the lists that is not empty.
 *
 * @param points charging points
 * @param roads as the camera catalogue names them
 * @param segments as the camera catalogue names them
 * @param countries where the point is, ISO 3166-1 alpha-2
 */
public record Where(
    List<String> points, List<String> roads, List<String> segments, List<String> countries)
    implements Serializable {

  public Where {
    points = List.copyOf(points);
    roads = List.copyOf(roads);
    segments = List.copyOf(segments);
    countries = List.copyOf(countries);
  }

  /** These points and nothing else. */
  public static Where at(List<String> points) {
    return new Where(points, List.of(), List.of(), List.of());
  }

  /** Whether a passage there is one of them. */
  public boolean matches(String point, String road, @Nullable String segment, String country) {
    return in(points, point)
        && in(roads, road)
        && (segments.isEmpty() || (segment != null && segments.contains(segment)))
        && in(countries, country);
  }

  /** Whether there could be a passage that matches both, whatever the camera catalogue says. */
  boolean meets(Where other) {
    return meet(points, other.points)
        && meet(roads, other.roads)
        && meet(segments, other.segments)
        && meet(countries, other.countries);
  }

  private static boolean in(List<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }

  private static boolean meet(List<String> some, List<String> others) {
    return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
  }
}
