package eu.passage.recognition.render;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.VehicleType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plate layouts of all countries, from the description that plate syntax and training share.
 */
final class PlateCatalogue {

  private static final String RESOURCE = "/eu/passage/schemas/plates/series.json";
  private static final PlateCatalogue SHIPPED = read();

  private record Countries(Map<String, Country> countries) {}

  private record Country(String name, PlateLayout.@Nullable Band band, List<PlateLayout> series) {}

  private final Map<String, Country> countries;

  private PlateCatalogue(Map<String, Country> countries) {
    this.countries = countries;
  }

  static PlateCatalogue shipped() {
    return SHIPPED;
  }

  private static PlateCatalogue read() {
    ObjectMapper mapper =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try (InputStream in = PlateCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return new PlateCatalogue(mapper.readValue(in, Countries.class).countries());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** ISO 3166-1 alpha-2, sorted. */
  SortedSet<String> countries() {
    return new TreeSet<>(countries.keySet());
  }

  /** The country's strip; empty where it has none. */
  Optional<PlateLayout.Band> band(String country) {
    return Optional.ofNullable(country(country).band());
  }

  /** The series that vehicles of this type bear. */
  List<PlateLayout> layouts(String country, VehicleType type) {
    return country(country).series().stream().filter(s -> s.vehicles().contains(type)).toList();
  }

  List<PlateLayout> layouts(String country) {
    return country(country).series();
  }

  /**
   * @throws IllegalArgumentException when the country has no such series
   */
  PlateLayout layout(String country, String series) {
    return country(country).series().stream()
        .filter(s -> s.id().equals(series))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no plate series " + series + " in " + country));
  }

  private Country country(String country) {
    Country found = countries.get(country);
    if (found == null) {
      throw new IllegalArgumentException(
          "no plates known of " + country + ", only of " + countries());
    }
    return found;
  }
}
