package eu.passage.recognition.render;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.passage.avro.VehicleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the plates of one series look, as {@code series.json} describes them. Lengths in millimetres,
 * colours as #RRGGBB.
 *
 * @param pattern regular expression of the text in normal form
 * @param tokens {@code L3} three letters, {@code D3} three digits, {@code N1} a digit from 1,
 *     {@code =T} a literal, {@code -} a hyphen, a space for a gap, {@code *} a seal
 * @param letters the letters in use
 * @param weight share among the country's plates
 * @param badge a second coloured strip, such as the French department's; null when there is none
 * @param rear what differs on rear plates; null when nothing does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlateLayout(
    String id,
    String pattern,
    List<String> tokens,
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
   */
  record Band(String side, String colour, String letters, double widthMm) {}

  /** What differs on rear plates; null where nothing does. */
  record Rear(@Nullable String background, @Nullable String foreground, @Nullable String border) {}

  /**
   * The text cut at its tokens, with hyphens ({@code -}), gaps (a space) and seals ({@code *}) in
   * between.
   *
   * @throws IllegalArgumentException when the text is not as long as the tokens say
   */
  List<String> cut(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (String token : tokens) {
      int length = characters(token);
      if (at + length > text.length()) {
        throw new IllegalArgumentException("\"" + text + "\" is too short for series " + id);
      }
      pieces.add(length == 0 ? token : text.substring(at, at + length));
      at += length;
    }
    if (at != text.length()) {
      throw new IllegalArgumentException("\"" + text + "\" is too long for series " + id);
    }
    return pieces;
  }

  /** How many characters of the text a token stands for. */
  static int characters(String token) {
    return switch (token.charAt(0)) {
      case 'L', 'D', 'N' -> Integer.parseInt(token.substring(1));
      case '=' -> token.length() - 1;
      case '-', ' ', '*' -> 0;
      default -> throw new IllegalArgumentException(unknown(token));
    };
  }

  private static String unknown(String token) {
    return String.format(
        Locale.ROOT, "plate token \"%s\": allowed are Ln, Dn, Nn, =text, -, space, *", token);
  }
}
