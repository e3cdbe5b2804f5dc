package eu.passage.recognition.render;

import eu.passage.avro.VehicleType;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Invents plates that their country could have issued. */
public final class PlateGenerator {

  private static final int ATTEMPTS = 1000;

  private final PlateCatalogue catalogue = PlateCatalogue.shipped();

  /** The countries whose plates can be drawn, ISO 3166-1 alpha-2. */
  public Set<String> countries() {
    return catalogue.countries();
  }

  /** A plate of a series that vehicles of this type bear, series drawn by their share. */
  public NumberPlate generate(String country, VehicleType type, RandomGenerator random) {
    // motorcycles bear the car's series on a smaller plate
    VehicleType bearer = type == VehicleType.MOTORCYCLE ? VehicleType.CAR : type;
    return generate(country, pick(catalogue.layouts(country, bearer), random), random);
  }

  /** A trailer's own plate where the country gives trailers one, else a truck's. */
  public NumberPlate generateTrailer(String country, RandomGenerator random) {
    List<PlateLayout> trailers =
        catalogue.layouts(country).stream().filter(s -> s.vehicles().isEmpty()).toList();
    return trailers.isEmpty()
        ? generate(country, VehicleType.TRUCK, random)
        : generate(country, pick(trailers, random), random);
  }

  private static PlateLayout pick(List<PlateLayout> layouts, RandomGenerator random) {
    double total = layouts.stream().mapToDouble(PlateLayout::weight).sum();
    double at = random.nextDouble() * total;
    for (PlateLayout layout : layouts) {
      at -= layout.weight();
      if (at < 0) {
        return layout;
      }
    }
    return layouts.get(layouts.size() - 1);
  }

  private static NumberPlate generate(String country, PlateLayout layout, RandomGenerator random) {
    Pattern pattern = Pattern.compile(layout.pattern());
    for (int i = 0; i < ATTEMPTS; i++) {
      String text = text(layout, random);
      if (pattern.matcher(text).matches()) {
        return new NumberPlate(country, layout.id(), text);
      }
    }
    throw new IllegalStateException(
        "the tokens of series " + layout.id() + " do not give texts of its pattern");
  }

  private static String text(PlateLayout layout, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (String token : layout.tokens()) {
      if (token.charAt(0) == '=') {
        text.append(token, 1, token.length());
        continue;
      }
      for (int i = 0; i < PlateLayout.characters(token); i++) {
        switch (token.charAt(0)) {
          case 'L' ->
              text.append(layout.letters().charAt(random.nextInt(layout.letters().length())));
          case 'N' -> text.append((char) ('1' + random.nextInt(9)));
          default -> text.append((char) ('0' + random.nextInt(10)));
        }
      }
    }
    return text.toString();
  }
}
