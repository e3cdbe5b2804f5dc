package eu.passage.schemas.plates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.VehicleType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The plates of all countries that Passage knows, from {@code series.json}: the one description
 * behind plate syntax, simulated cameras and training. Immutable.
 */
public final class PlateLayouts {

  /** Where the description lies on the class path. */
  public static final String RESOURCE = "/eu/passage/schemas/plates/series.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Country(String name, Series.@Nullable Band band, List<Series> series) {}

  private final Map<String, Country> countries = new TreeMap<>();

  private PlateLayouts(JsonNode root) throws IOException {
    for (Map.Entry<String, JsonNode> country : root.path("countries").properties()) {
      for (JsonNode series : country.getValue().path("series")) {
        ((ObjectNode) series).put("country", country.getKey());
      }
      countries.put(country.getKey(), JSON.treeToValue(country.getValue(), Country.class));
    }
    if (countries.isEmpty()) {
      throw new IllegalArgumentException("no country in the description of plates");
    }
  }

  /** The description that is shipped; read once. */
  public static PlateLayouts shipped() {
    return Shipped.LAYOUTS;
  }

  /**
   * Reads a description.
   *
   * @throws UncheckedIOException when it is not JSON, lacks a key or has one that nobody knows
   */
  public static PlateLayouts read(InputStream description) {
    try {
      return new PlateLayouts(JSON.readTree(description));
    } catch (IOException e) {
      throw new UncheckedIOException("the description of plates: " + e.getMessage(), e);
    }
  }

  /** ISO 3166-1 alpha-2, in alphabetical order. */
  public Set<String> countries() {
    return Collections.unmodifiableSet(countries.keySet());
  }

  /** The country's band, such as blue with stars; empty where its plates have none. */
  public Optional<Series.Band> band(String country) {
    return Optional.ofNullable(country(country).band());
  }

  /** All series of all countries. */
  public List<Series> all() {
    return countries.values().stream().map(Country::series).flatMap(Collection::stream).toList();
  }

  /** The country's series. */
  public List<Series> series(String country) {
    return List.copyOf(country(country).series());
  }

  /** The country's series that vehicles of this type bear; may be empty. */
  public List<Series> series(String country, VehicleType vehicle) {
    return series(country).stream().filter(s -> s.vehicles().contains(vehicle)).toList();
  }

  /**
   * One series.
   *
   * @throws IllegalArgumentException when the country has no such series
   */
  public Series series(String country, String id) {
    return series(country).stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no plate series " + id + " in " + country));
  }

  private Country country(String code) {
    Country country = countries.get(code);
    if (country == null) {
      throw new IllegalArgumentException(
          "no plates known of " + code + ", only of " + new ArrayList<>(countries.keySet()));
    }
    return country;
  }

  private static final class Shipped {
    private static final PlateLayouts LAYOUTS = load();

    private static PlateLayouts load() {
      try (InputStream in = PlateLayouts.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is not on the class path");
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE + " cannot be read", e);
      }
    }
  }
}
