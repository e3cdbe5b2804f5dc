package eu.passage.cep.toll.registry;

/**
 * A vehicle as a registry names it. Look-alike characters are not folded together: facts of another
 * vehicle must not decide what this one owes.
 *
 * @param country of the plate, ISO 3166-1 alpha-2
 * @param plate in normal form
 */
record VehicleId(String country, String plate) {

  /** What every plate in the table's alphabet fits into: country and ten characters. */
  private static final int LONGEST = 12;

  private static final int BASE = 40;

  /**
   * Country and plate as one number, or 0 where they do not fit: the plate is longer than ten
   * characters or has others than A to Z, 0 to 9 and the umlauts. Different vehicles have different
   * numbers.
   */
  long packed() {
    int length = country.length() + plate.length();
    if (length > LONGEST || country.length() != 2) {
      return 0;
    }
    long packed = 0;
    for (int i = 0; i < length; i++) {
      int digit = digit(i < 2 ? country.charAt(i) : plate.charAt(i - 2));
      if (digit == 0) {
        return 0;
      }
      packed = packed * BASE + digit;
    }
    return packed;
  }

  /** From 1; 0 for a character that is not in the alphabet. */
  private static int digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 1;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 27;
    }
    return switch (c) {
      case 'Ä' -> 37;
      case 'Ö' -> 38;
      case 'Ü' -> 39;
      default -> 0;
    };
  }

  /** Fit for a log: a plate is personal data. */
  @Override
  public String toString() {
    return country + ":" + plate.substring(0, Math.min(2, plate.length())) + "…";
  }
}
