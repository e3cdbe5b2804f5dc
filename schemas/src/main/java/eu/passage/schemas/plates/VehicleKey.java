package eu.passage.schemas.plates;

import org.jspecify.annotations.Nullable;

/**
 * What a passage is keyed by: country and plate, folded so that common misreads of one plate fall
 * together. Only characters of different classes are folded (0/O/D/Q, 1/I, 2/Z, 5/S, 6/G, 8/B): the
 * syntax settles most of these, and folding within a class (3/8, M/N, …) would throw different
 * vehicles together.
 */
public final class VehicleKey {

  private static final String UNKNOWN_COUNTRY = "??";

  private VehicleKey() {}

  /**
   * {@code BE:1A8C234} for 1ABC234 of Belgium. The key is for machines: never show it to people.
   */
  public static String of(@Nullable String country, String plate) {
    return (country == null ? UNKNOWN_COUNTRY : country) + ":" + fold(plate);
  }

  /** The plate's text with every character replaced by the digit it is confused with. */
  public static String fold(String plate) {
    StringBuilder folded = new StringBuilder(plate.length());
    for (int i = 0; i < plate.length(); i++) {
      folded.append(fold(plate.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    return switch (c) {
      case 'O', 'Q', 'D' -> '0';
      case 'I' -> '1';
      case 'Z' -> '2';
      case 'S' -> '5';
      case 'G' -> '6';
      case 'B' -> '8';
      default -> c;
    };
  }
}
