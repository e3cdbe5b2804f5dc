package eu.passage.schemas.plates;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * One element of a series' drawn layout, from left to right.
 *
 * @param kind what stands there
 * @param length how many characters of the text it takes, 0 for what is drawn only
 * @param literal the characters themselves of a {@code LITERAL}, else empty
 */
public record PlateToken(Kind kind, int length, String literal) {

  /** What can stand on a plate. */
  public enum Kind {
    /** Letters in use in the series; written {@code L3}. */
    LETTERS,
    /** Digits; written {@code D3}. */
    DIGITS,
    /** Digits without the zero; written {@code N1}. */
    POSITIVE_DIGITS,
    /** Always the same characters; written {@code =CD}. */
    LITERAL,
    /** A drawn hyphen; written {@code -}. */
    HYPHEN,
    /** A gap between groups; written as a blank. */
    GAP,
    /** The place of a seal or sticker; written {@code *}. */
    SEAL
  }

  /**
   * The token of its notation in {@code series.json}.
   *
   * @throws IllegalArgumentException that names the notation and what is allowed
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PlateToken of(String notation) {
    if (notation.matches("[LDN][1-9]")) {
      int length = notation.charAt(1) - '0';
      return switch (notation.charAt(0)) {
        case 'L' -> new PlateToken(Kind.LETTERS, length, "");
        case 'D' -> new PlateToken(Kind.DIGITS, length, "");
        default -> new PlateToken(Kind.POSITIVE_DIGITS, length, "");
      };
    }
    if (notation.matches("=[A-Z0-9]+")) {
      return new PlateToken(Kind.LITERAL, notation.length() - 1, notation.substring(1));
    }
    return switch (notation) {
      case "-" -> new PlateToken(Kind.HYPHEN, 0, "");
      case " " -> new PlateToken(Kind.GAP, 0, "");
      case "*" -> new PlateToken(Kind.SEAL, 0, "");
      default ->
          throw new IllegalArgumentException(
              "plate token \"" + notation + "\" is none of L3 D3 N1 =CD - * and blank");
    };
  }

  /** Whether a piece of a text can stand here; no piece of a text fits what is drawn only. */
  boolean fits(String piece) {
    return piece.length() == length
        && switch (kind) {
          case LETTERS -> piece.chars().allMatch(Character::isLetter);
          case DIGITS -> piece.chars().allMatch(Character::isDigit);
          case POSITIVE_DIGITS -> piece.chars().allMatch(c -> c >= '1' && c <= '9');
          case LITERAL -> piece.equals(literal);
          case HYPHEN, GAP, SEAL -> false;
        };
  }

  /** What people write for it between the groups; empty for what takes characters. */
  String separator() {
    return switch (kind) {
      case HYPHEN -> "-";
      case GAP, SEAL -> " ";
      case LETTERS, DIGITS, POSITIVE_DIGITS, LITERAL -> "";
    };
  }
}
