package eu.passage.cep.roads;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * A border without a camera. Who comes to it from one country enters the other.
 *
 * @param id unlike every other place's, for people
 * @param road the road that crosses there
 * @param between the two countries, ISO 3166-1 alpha-2
 */
public record BorderPoint(String id, String road, List<String> between) implements Serializable {

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
  }

  boolean touches(String country) {
    return between.contains(country);
  }

  /** The country entered by who comes from this one. */
  String beyond(String country) {
    return between.get(0).equals(country) ? between.get(1) : between.get(0);
  }
}
