package eu.passage.cep.roads;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A border without a camera. Who comes to it from one country enters the other.
 *
 * @param id unlike every other place's, for people
 * @param road the road that crosses there
 * @param between the two countries, ISO 3166-1 alpha-2
 * @param latitude degrees, WGS 84, for {@link CrowsFlight}; absent: not known
 * @param longitude the same
 */
public record BorderPoint(
    String id,
    String road,
    List<String> between,
    @Nullable Double latitude,
    @Nullable Double longitude)
    implements Serializable {

  private static final int SIDES = 2;

  public BorderPoint {
    between = List.copyOf(between);
    if (between.size() != SIDES || new HashSet<>(between).size() != SIDES) {
      throw new IllegalArgumentException(
          "border point %s lies between two countries, not %s".formatted(id, between));
    }
    for (String country : between) {
      if (!country.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException(
            "a country of border point %s is two capitals such as FR, not '%s'"
                .formatted(id, country));
      }
    }
    CrowsFlight.requireBothOrNeither("border point " + id, latitude, longitude);
  }

  /** One of which nobody has said where it lies. */
  public BorderPoint(String id, String road, List<String> between) {
    this(id, road, between, null, null);
  }

  boolean touches(String country) {
    return between.contains(country);
  }

  /** The country entered by who comes from this one. */
  String beyond(String country) {
    return between.get(0).equals(country) ? between.get(1) : between.get(0);
  }
}
