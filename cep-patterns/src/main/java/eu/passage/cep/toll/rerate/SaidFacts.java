package eu.passage.cep.toll.rerate;

import eu.passage.cep.toll.rating.Inputs;
import eu.passage.cep.toll.tariff.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts as a person writes them: {@code euroClass=6}, {@code use=military}, {@code use=none}. */
public final class SaidFacts {

  private static final int CLEANEST = 7;
  private static final int MOST_AXLES = 20;
  private static final int HEAVIEST_KG = 200_000;
  private static final int LONGEST_WORD = 40;

  private SaidFacts() {}

  /** Their names, for people. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (dimension.mayBeUnknown()) {
        names.add(dimension.key());
      }
    }
    names.add(Inputs.USE);
    return names;
  }

  /**
   * Reads them.
   *
   * @return by name; that nothing exempts the vehicle under {@link Inputs#EXEMPTION}
   * @throws IllegalArgumentException that says which is wrong and what to write
   */
  public static Map<String, String> read(List<String> texts) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = text.substring(0, Math.max(0, equals)).strip();
      String value = text.substring(equals + 1).strip();
      if (equals < 0 || value.isEmpty() || value.length() > LONGEST_WORD) {
        throw new IllegalArgumentException(
            "'%s' is no fact; write NAME=VALUE such as euroClass=6".formatted(text));
      }
      if (name.equals(Inputs.USE)) {
        boolean none = value.equals(Inputs.NONE);
        put(facts, none ? Inputs.EXEMPTION : Inputs.USE, value);
      } else {
        put(facts, name, checked(name, value));
      }
    }
    if (facts.containsKey(Inputs.USE) && facts.containsKey(Inputs.EXEMPTION)) {
      throw new IllegalArgumentException("use is said to be none and something: write one of them");
    }
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    String other = facts.put(name, value);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s is said twice: %s and %s".formatted(name, other, value));
    }
  }

  private static String checked(String name, String value) {
    Optional<Dimension> dimension = Dimension.of(name).filter(Dimension::mayBeUnknown);
    if (dimension.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no fact of a vehicle; there are %s".formatted(name, String.join(", ", names())));
    }
    return switch (dimension.get()) {
      case EURO_CLASS -> number(name, value, 0, CLEANEST);
      case MAXIMUM_MASS, WEIGHT -> number(name, value, 1, HEAVIEST_KG);
      case AXLES -> number(name, value, 1, MOST_AXLES);
      case CO2_CLASS, TIME -> value;
    };
  }

  private static String number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return String.valueOf(number);
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of bounds is
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, got '%s'".formatted(name, least, most, value));
  }
}
