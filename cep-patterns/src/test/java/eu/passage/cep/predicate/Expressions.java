package eu.passage.cep.predicate;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random expressions of the rule language that hold no fault; an earlier step is {@code enter}.
 * Written from a random number and not put together of arbitraries, whose number grows beyond all
 * bounds with the depth.
 */
final class Expressions {

  private static final String[] EQUALITY = {"==", "!="};
  private static final String[] ORDER = {"<", "<=", ">", ">="};
  private static final String[] COMPARISON = {"==", "!=", "<", "<=", ">", ">="};

  private final Random random;

  private Expressions(Random random) {
    this.random = random;
  }

  /** Yes-or-no expressions. */
  static Arbitrary<String> conditions() {
    return Arbitraries.randomValue(random -> new Expressions(random).condition(random.nextInt(5)));
  }

  private String condition(int depth) {
    if (depth == 0) {
      return leaf();
    }
    int smaller = depth - 1;
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "(%s && %s)".formatted(condition(smaller), condition(smaller));
      case 3, 4, 5 -> "(%s || %s)".formatted(condition(smaller), condition(smaller));
      case 6, 7 -> "!(%s)".formatted(condition(smaller));
      case 8 -> "((%s) %s (%s))".formatted(condition(smaller), any(EQUALITY), condition(smaller));
      case 9 ->
          "((%s) ? (%s) : (%s))"
              .formatted(condition(smaller), condition(smaller), condition(smaller));
      default -> leaf();
    };
  }

  private String leaf() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> texts();
      case 4 -> wholes();
      case 5 -> decimals();
      case 6 -> times();
      case 7 -> function();
      default ->
          any("late", "crossing", "enter.late", "this.crossing", "enter.crossing", "true", "false");
    };
  }

  private String texts() {
    return switch (random.nextInt(9)) {
      case 0 -> texts("plate enter.plate", "1ABC234 AB123CD XYZ1");
      case 1 -> texts("country from to camera.country enter.to enter.camera.country", "BE FR NL _");
      case 2 -> texts("type enter.type", "CAR TRUCK VAN UNKNOWN");
      case 3 -> texts("colour enter.colour", "WHITE BLACK UNKNOWN");
      case 4 -> texts("make enter.make", "RENAULT DAF _");
      case 5 -> texts("model enter.model", "MASTER XF _");
      case 6 -> texts("camera.id enter.camera.id", "EST-1 EST-2 LIL-1 LIL-1R");
      case 7 -> texts("camera.road enter.camera.road", "N48 N511 A22");
      default -> texts("camera.zone enter.camera.zone this.camera.zone", "estaimpuis lille aachen");
    };
  }

  private String texts(String names, String values) {
    String name = any(names.split(" "));
    String literal = literal(values);
    return switch (random.nextInt(6)) {
      case 0 -> "%s %s %s".formatted(literal, any(EQUALITY), name);
      case 1 -> "%s %s %s".formatted(name, any(EQUALITY), any(names.split(" ")));
      case 2 -> "(late ? %s : %s) %s %s".formatted(name, literal, any(EQUALITY), literal(values));
      case 3 ->
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(i -> literal(values))
              .collect(Collectors.joining(", ", name + " in [", "]"));
      default -> "%s %s %s".formatted(name, any(EQUALITY), literal);
    };
  }

  private String literal(String values) {
    return "'%s'".formatted(any(values.split(" ")).replace("_", ""));
  }

  /**
   * Whole numbers meet decimals that were not calculated: where 0.0 / 0.0 meets a whole number
   * CEL's runtime calls it the greatest, against its own specification; ours says no to every
   * order.
   */
  private String wholes() {
    return switch (random.nextInt(4)) {
      case 0 -> "%s in [%d, %d]".formatted(whole(1), random.nextInt(4), random.nextInt(9) - 3);
      case 1 -> "%s %s %s".formatted(whole(1), any(ORDER), decimal(0));
      default -> "%s %s %s".formatted(whole(2), any(COMPARISON), whole(2));
    };
  }

  private String whole(int depth) {
    if (depth == 0) {
      return random.nextBoolean()
          ? any("occupants", "enter.occupants", "daysSeen('28d')")
          : String.valueOf(random.nextInt(24) - 3);
    }
    return switch (random.nextInt(5)) {
      case 0 -> "(%s %s %s)".formatted(whole(depth - 1), any("+", "-", "*"), whole(depth - 1));
      case 1 -> "(%s / %s)".formatted(whole(depth - 1), any("2", "-3", "7"));
      case 2 -> "-(%s)".formatted(whole(depth - 1));
      case 3 -> "(crossing ? %s : %s)".formatted(whole(depth - 1), whole(depth - 1));
      default -> whole(0);
    };
  }

  private String decimals() {
    return random.nextInt(4) == 0
        ? "%s %s %s".formatted(decimal(0), any(ORDER), whole(1))
        : "%s %s %s".formatted(decimal(2), any(COMPARISON), decimal(2));
  }

  private String decimal(int depth) {
    if (depth == 0) {
      return any(
          "confidence",
          "enter.confidence",
          "km(enter, this)",
          "speed(enter, this)",
          "km(this, this)",
          "speed(this, enter)",
          "0.0",
          "0.5",
          "0.9",
          "1.0",
          "12.5",
          "250.0");
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          "(%s %s %s)".formatted(decimal(depth - 1), any("+", "-", "*", "/"), decimal(depth - 1));
      case 1 -> "-(%s)".formatted(decimal(depth - 1));
      case 2 -> "(late ? %s : %s)".formatted(decimal(depth - 1), decimal(depth - 1));
      default -> decimal(0);
    };
  }

  private String times() {
    return random.nextBoolean()
        ? "%s %s %s".formatted(span(), any(COMPARISON), span())
        : "%s %s %s".formatted(moment(), any(COMPARISON), moment());
  }

  private String span() {
    return any(
        "duration('10m')",
        "duration('90m')",
        "duration('36h')",
        "(at - enter.at)",
        "(enter.at - at)",
        "(at - enter.at + duration('30m'))",
        "(duration('2h') - duration('30s'))");
  }

  private String moment() {
    return any(
        "at",
        "enter.at",
        "(enter.at + duration('20m'))",
        "(at - duration('500ms'))",
        "(duration('1h') + at)");
  }

  private String function() {
    return switch (random.nextInt(4)) {
      case 0 ->
          "during('%s', '%s')"
              .formatted(any("00:00", "22:00", "06:30"), any("05:00", "12:15", "24:00"));
      case 1 -> "likePlate('%s')".formatted(any("1*", "*1*", "??C*", "XYZ1", "*", "A?1*D"));
      default ->
          any(
              "during('22:00', '05:30', 'Europe/London')",
              "weekday()",
              "holiday()",
              "during('09:00', '17:00', 'Europe/Paris')",
              "list('stolen')",
              "list('nobody')",
              "firstSeen()",
              "commuter('28d')",
              "usualTime('7d')");
    };
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
