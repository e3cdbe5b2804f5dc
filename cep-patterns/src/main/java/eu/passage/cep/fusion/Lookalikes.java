package eu.passage.cep.fusion;

import eu.passage.schemas.plates.VehicleKey;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which characters plate readers take for each other, as domain.md lists them: across classes (0/O,
 * 8/B, …: these fold together in the vehicle's key) and within one class (3/8, M/N, …).
 */
public final class Lookalikes {

  private static final Set<String> WITHIN_CLASS =
      Stream.of("38", "56", "06", "MN", "VY", "HK", "HM", "KM", "BR", "EF", "DO", "OQ", "DQ")
          .flatMap(pair -> Stream.of(pair, new StringBuilder(pair).reverse().toString()))
          .collect(Collectors.toUnmodifiableSet());

  private Lookalikes() {}

  /** A letter for a digit or the other way round: 0/O, 1/I, 2/Z, 5/S, 6/G, 8/B. */
  public static boolean acrossClasses(char a, char b) {
    return Character.isDigit(a) != Character.isDigit(b)
        && VehicleKey.fold(String.valueOf(a)).equals(VehicleKey.fold(String.valueOf(b)));
  }

  /** Two letters or two digits that look alike: 3/8, M/N, D/O, … */
  public static boolean withinClass(char a, char b) {
    return WITHIN_CLASS.contains("" + a + b);
  }
}
