package eu.passage.jobs.endure;

/**
 * A tractor or a trailer, and what the vehicle registry has of it.
 *
 * @param registered false: the registry does not know it
 * @param euroClass as the registry tells it
 * @param military exempt from everything
 */
record Vehicle(String plate, String country, boolean registered, int euroClass, boolean military) {

  /** No two of them are taken for one another, as O and 0 are. */
  private static final String LETTERS = "ACEFHJKLMNPRTUVWXY";

  /** The tractor of a number. */
  static Vehicle tractor(int number) {
    return new Vehicle(
        "1T" + letter(number / 18_000) + letter(number / 1_000) + "%03d".formatted(number % 1_000),
        number % 3 == 0 ? "FR" : "BE",
        Chance.REGISTERED.of(number) >= 0.03,
        (int) (3 + Chance.EURO_CLASS.below(4, number)),
        Chance.MILITARY.of(number) < 0.02);
  }

  /** The trailer that a tractor of a number pulls; registries of trucks do not have it. */
  static Vehicle trailer(int number) {
    return new Vehicle(
        "Q" + letter(number / 18_000) + letter(number / 1_000) + "%03d".formatted(number % 1_000),
        "BE",
        false,
        0,
        false);
  }

  private static char letter(int number) {
    return LETTERS.charAt(number % LETTERS.length());
  }
}
