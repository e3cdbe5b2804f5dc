package eu.passage.schemas.plates;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.passage.avro.VehicleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One series of a country's plates, as {@code series.json} describes it: what texts it has and how
 * it looks. Lengths in millimetres, colours as #RRGGBB.
 *
 * @param country ISO 3166-1 alpha-2
 * @param id unique, such as {@code be-2010}
 * @param pattern regular expression of all its texts in normal form; may be wider than the tokens,
 *     and has the last word where they are wider: they cannot say "any two letters but SS"
 * @param tokens the layout as drawn, from left to right
 * @param letters the letters in use
 * @param weight share among the country's plates of today, above 0 and at most 1
 * @param face the alphabet it is written in, a key of {@code glyphs.json}
 * @param foreground colour of the characters
 * @param background colour of the plate
 * @param border colour of its edge
 * @param hasBand whether the country's band stands at its edge
 * @param vehicles who bears it; empty for trailers
 * @param badge a second band, such as the French department's; null when there is none
 * @param rear what differs on rear plates; null when nothing does
 */
public record Series(
    String country,
    String id,
    String pattern,
    List<PlateToken> tokens,
    String letters,
    double weight,
    String face,
    String foreground,
    String background,
    String border,
    double widthMm,
    double heightMm,
    double characterHeightMm,
    @JsonProperty("band") boolean hasBand,
    List<VehicleType> vehicles,
    @Nullable Band badge,
    @Nullable Rear rear) {

  /**
   * A coloured strip with letters.
   *
   * @param side left or right
   * @param letters empty when it bears none
   */
  public record Band(String side, String colour, String letters, double widthMm) {}

  /** What differs on rear plates; null where nothing does. */
  public record Rear(
      @Nullable String background, @Nullable String foreground, @Nullable String border) {}

  public Series {
    require(country, "country");
    require(id, "id");
    require(pattern, "pattern");
    require(letters, "letters");
    require(face, "face");
    require(foreground, "foreground");
    require(background, "background");
    require(border, "border");
    tokens = List.copyOf(require(tokens, "tokens"));
    vehicles = List.copyOf(require(vehicles, "vehicles"));
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(id + ": weight " + weight + " is not in (0, 1]");
    }
  }

  private static <T> T require(@Nullable T value, String name) {
    return Objects.requireNonNull(value, () -> "a plate series lacks '" + name + "'");
  }

  /**
   * A text cut at the tokens, one piece a token; what is drawn only has an empty piece. Empty when
   * the text does not fit the tokens: it may still be of the series, whose pattern can be wider.
   */
  public Optional<List<String>> cut(String text) {
    List<String> pieces = new ArrayList<>(tokens.size());
    int at = 0;
    for (PlateToken token : tokens) {
      int end = at + token.length();
      if (end > text.length()) {
        return Optional.empty();
      }
      String piece = text.substring(at, end);
      if (token.length() > 0 && !token.fits(piece)) {
        return Optional.empty();
      }
      pieces.add(piece);
      at = end;
    }
    return at == text.length() ? Optional.of(pieces) : Optional.empty();
  }

  /** A text as people write it, {@code 1-ABC-234}; empty when it does not fit the tokens. */
  public Optional<String> display(String text) {
    return cut(text)
        .map(
            pieces -> {
              StringBuilder display = new StringBuilder();
              for (int i = 0; i < pieces.size(); i++) {
                display.append(pieces.get(i)).append(tokens.get(i).separator());
              }
              return display.toString();
            });
  }
}
