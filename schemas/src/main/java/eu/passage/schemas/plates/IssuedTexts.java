package eu.passage.schemas.plates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the texts of plates beyond the drawn series, from {@code issued.json}: the
 * area codes that authorities give out (German districts, Swiss cantons, Romanian counties, …), and
 * series that are read but not drawn: official, diplomatic and very old ones. Immutable.
 *
 * <p>Each country names in {@code source} what its lists and its series in {@code series.json} were
 * held against. A code that is missing makes its plates a little less likely, no more.
 */
final class IssuedTexts {

  private static final String RESOURCE = "/eu/passage/schemas/plates/issued.json";

  /**
   * A series without a layout.
   *
   * @param pattern as in {@link Series}
   * @param weight its share beside the drawn series, which weigh 1 together
   * @param hasArea whether its first letters are an area code
   */
  record Undrawn(String pattern, double weight, boolean hasArea) {}

  private final Map<String, Set<String>> areas = new HashMap<>();
  private final Map<String, List<Undrawn>> undrawn = new HashMap<>();

  private IssuedTexts(JsonNode root) {
    for (Map.Entry<String, JsonNode> country : root.path("countries").properties()) {
      Set<String> codes = new HashSet<>();
      for (JsonNode line : country.getValue().path("areas")) {
        codes.addAll(List.of(line.asText().split(" ")));
      }
      List<Undrawn> more = new ArrayList<>();
      for (JsonNode series : country.getValue().path("undrawn")) {
        more.add(
            new Undrawn(
                series.required("pattern").asText(),
                series.required("weight").asDouble(),
                series.path("area").asBoolean()));
      }
      areas.put(country.getKey(), Set.copyOf(codes));
      undrawn.put(country.getKey(), List.copyOf(more));
    }
  }

  /** Reads the shipped file. */
  static IssuedTexts shipped() {
    try (InputStream in = IssuedTexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new IssuedTexts(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** The country's area codes; empty where its plates have none or they are not known. */
  Set<String> areas(String country) {
    return areas.getOrDefault(country, Set.of());
  }

  /** The country's series that have no layout; may be empty. */
  List<Undrawn> undrawn(String country) {
    return undrawn.getOrDefault(country, List.of());
  }
}
