package eu.passage.recognition.render;

import eu.passage.avro.VehicleType;
import eu.passage.schemas.plates.PlateLayouts;
import eu.passage.schemas.plates.PlateToken;
import eu.passage.schemas.plates.Series;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Invents plates that their country could have issued. */
public final class PlateGenerator {

  private static final int ATTEMPTS = 1000;

  private final PlateLayouts layouts = PlateLayouts.shipped();

  /** The countries whose plates can be drawn, ISO 3166-1 alpha-2. */
  public Set<String> countries() {
    return layouts.countries();
  }

  /** A plate of a series that vehicles of this type bear, series drawn by their share. */
  public NumberPlate generate(String country, VehicleType type, RandomGenerator random) {
    // motorcycles bear the car's series on a smaller plate
    VehicleType bearer = type == VehicleType.MOTORCYCLE ? VehicleType.CAR : type;
    return generate(country, pick(layouts.series(country, bearer), random), random);
  }

  /** A trailer's own plate where the country gives trailers one, else a truck's. */
  public NumberPlate generateTrailer(String country, RandomGenerator random) {
    List<Series> trailers =
        layouts.series(country).stream().filter(s -> s.vehicles().isEmpty()).toList();
    return trailers.isEmpty()
        ? generate(country, VehicleType.TRUCK, random)
        : generate(country, pick(trailers, random), random);
  }

  private static Series pick(List<Series> choice, RandomGenerator random) {
    double total = choice.stream().mapToDouble(Series::weight).sum();
    double at = random.nextDouble() * total;
    for (Series series : choice) {
      at -= series.weight();
      if (at < 0) {
        return series;
      }
    }
    return choice.get(choice.size() - 1);
  }

  private static NumberPlate generate(String country, Series series, RandomGenerator random) {
    Pattern pattern = Pattern.compile(series.pattern());
    for (int i = 0; i < ATTEMPTS; i++) {
      String text = text(series, random);
      if (pattern.matcher(text).matches()) {
        return new NumberPlate(country, series.id(), text);
      }
    }
    throw new IllegalStateException(
        "the tokens of series " + series.id() + " do not give texts of its pattern");
  }

  private static String text(Series series, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (PlateToken token : series.tokens()) {
      switch (token.kind()) {
        case LITERAL -> text.append(token.literal());
        case LETTERS -> append(text, token.length(), series.letters(), random);
        case DIGITS -> append(text, token.length(), "0123456789", random);
        case POSITIVE_DIGITS -> append(text, token.length(), "123456789", random);
        case HYPHEN, GAP, SEAL -> {}
      }
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, int length, String alphabet, RandomGenerator random) {
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
  }
}
