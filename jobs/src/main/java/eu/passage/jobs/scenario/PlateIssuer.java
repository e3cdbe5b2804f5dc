package eu.passage.jobs.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.plates.VehicleKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Issues plates after the layouts in {@code series.json}, none twice: not even one that differs
 * from another only by characters that look alike.
 */
final class PlateIssuer {

  private static final String SERIES = "/eu/passage/schemas/plates/series.json";

  private final JsonNode countries;
  private final Set<String> issued = new HashSet<>();

  PlateIssuer() {
    try (InputStream in = PlateText.class.getResourceAsStream(SERIES)) {
      countries = new ObjectMapper().readTree(Objects.requireNonNull(in, SERIES)).path("countries");
    } catch (IOException e) {
      throw new UncheckedIOException(SERIES + " cannot be read", e);
    }
  }

  /**
   * A plate as issued.
   *
   * @param text normal form
   * @param series its key in {@code series.json}
   */
  record Plate(String text, String series) {}

  /**
   * The next plate of a country for a vehicle; each series comes as often as its weight says. The
   * layouts have one line: a motorcycle wears the plate of a car.
   *
   * <p>Errors: {@link IllegalArgumentException} when the country has no series for the vehicle.
   */
  Plate issue(String country, VehicleType type, Random random) {
    JsonNode series = series(country, type, random);
    while (true) {
      String text = draw(series, random);
      if (issued.add(VehicleKey.fold(text))) {
        return new Plate(text, series.path("id").asText());
      }
    }
  }

  private JsonNode series(String country, VehicleType type, Random random) {
    VehicleType wearer = type == VehicleType.MOTORCYCLE ? VehicleType.CAR : type;
    List<JsonNode> fitting = new ArrayList<>();
    double all = 0;
    for (JsonNode series : countries.path(country).path("series")) {
      for (JsonNode vehicle : series.path("vehicles")) {
        if (vehicle.asText().equals(wearer.name())) {
          fitting.add(series);
          all += series.path("weight").asDouble();
        }
      }
    }
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "series.json has no series of " + country + " for a " + type);
    }
    double lot = random.nextDouble() * all;
    for (JsonNode series : fitting) {
      lot -= series.path("weight").asDouble();
      if (lot < 0) {
        return series;
      }
    }
    return fitting.get(0);
  }

  private static String draw(JsonNode series, Random random) {
    StringBuilder text = new StringBuilder();
    for (JsonNode node : series.path("tokens")) {
      String token = node.asText();
      switch (token.charAt(0)) {
        case '=' -> text.append(token, 1, token.length());
        case 'L' -> append(series.path("letters").asText(), count(token), text, random);
        case 'D' -> append("0123456789", count(token), text, random);
        case 'N' -> append("123456789", count(token), text, random);
        default -> {
          // a hyphen, a gap or a seal: drawn on the plate, no part of its text
        }
      }
    }
    return text.toString();
  }

  private static void append(String characters, int count, StringBuilder text, Random random) {
    for (int i = 0; i < count; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
  }

  private static int count(String token) {
    return Integer.parseInt(token.substring(1));
  }
}
