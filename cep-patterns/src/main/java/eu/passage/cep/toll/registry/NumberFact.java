package eu.passage.cep.toll.registry;

import java.util.regex.Pattern;

/** A number that a registry knows of a vehicle, and what it can be. */
enum NumberFact {
  EURO_CLASS("euroClass", "a Euro class", 0, 7),
  /** The heaviest loads on a road weigh some hundred tonnes. */
  MAXIMUM_MASS("maximumMassKg", "a mass in kilograms", 1, 1_000_000),
  AXLES("axles", "a number of axles", 1, 31);

  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private final String title;
  private final String meaning;
  private final int least;
  private final int most;

  NumberFact(String title, String meaning, int least, int most) {
    this.title = title;
    this.meaning = meaning;
    this.least = least;
    this.most = most;
  }

  /** As files and answers name it. */
  String title() {
    return title;
  }

  int parse(String text) throws FactException {
    if (!DIGITS.matcher(text).matches()) {
      throw fault(text);
    }
    return checked(Integer.parseInt(text));
  }

  int checked(long value) throws FactException {
    if (value < least || value > most) {
      throw fault(String.valueOf(value));
    }
    return (int) value;
  }

  FactException fault(String text) {
    return new FactException(
        "'%s' is not %s; write a whole number from %d to %d, or nothing where it is not known"
            .formatted(FactException.shown(text), meaning, least, most));
  }
}
