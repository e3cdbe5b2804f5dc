package eu.passage.cep.predicate;

import static net.jqwik.api.Arbitraries.just;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random expressions of the rule language that hold no fault; an earlier step is {@code enter}. */
final class Expressions {

  private Expressions() {}

  /** Yes-or-no expressions. */
  static Arbitrary<String> conditions() {
    return conditions(4);
  }

  private static Arbitrary<String> conditions(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<String> smaller = conditions(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, leaves()),
        Tuple.of(3, join("(%s && %s)", smaller, smaller)),
        Tuple.of(3, join("(%s || %s)", smaller, smaller)),
        Tuple.of(2, smaller.map("!(%s)"::formatted)),
        Tuple.of(1, join("((%s) == (%s))", smaller, smaller)),
        Tuple.of(1, join("((%s) != (%s))", smaller, smaller)),
        Tuple.of(
            1, Combinators.combine(smaller, smaller, smaller).as("(%s ? %s : %s)"::formatted)));
  }

  private static Arbitrary<String> leaves() {
    return Arbitraries.oneOf(
        texts(),
        texts(),
        texts(),
        wholes(),
        decimals(),
        mixed(),
        times(),
        functions(),
        Arbitraries.of(
            "late", "crossing", "enter.late", "this.crossing", "enter.crossing", "true", "false"));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        texts(Arbitraries.of("plate", "enter.plate"), Arbitraries.of("1ABC234", "AB123CD", "XYZ1")),
        texts(
            Arbitraries.of(
                "country", "from", "to", "camera.country", "enter.to", "enter.camera.country"),
            Arbitraries.of("BE", "FR", "NL", "")),
        texts(
            Arbitraries.of("type", "enter.type"), Arbitraries.of("CAR", "TRUCK", "VAN", "UNKNOWN")),
        texts(
            Arbitraries.of("colour", "enter.colour"), Arbitraries.of("WHITE", "BLACK", "UNKNOWN")),
        texts(Arbitraries.of("make", "enter.make"), Arbitraries.of("RENAULT", "DAF", "")),
        texts(Arbitraries.of("model", "enter.model"), Arbitraries.of("MASTER", "XF", "")),
        texts(
            Arbitraries.of("camera.id", "enter.camera.id"),
            Arbitraries.of("EST-1", "EST-2", "LIL-1", "LIL-1R")),
        texts(
            Arbitraries.of("camera.road", "enter.camera.road"),
            Arbitraries.of("N48", "N511", "A22")),
        texts(
            Arbitraries.of("camera.zone", "this.camera.zone"),
            Arbitraries.of("estaimpuis", "lille", "aachen")));
  }

  private static Arbitrary<String> texts(Arbitrary<String> names, Arbitrary<String> values) {
    Arbitrary<String> literals = values.map("'%s'"::formatted);
    Arbitrary<String> equality = Arbitraries.of("==", "!=");
    Arbitrary<String> chosen = join("(late ? %s : %s)", names, literals);
    return Arbitraries.oneOf(
        Combinators.combine(names, equality, literals).as("%s %s %s"::formatted),
        Combinators.combine(literals, equality, names).as("%s %s %s"::formatted),
        Combinators.combine(names, equality, names).as("%s %s %s"::formatted),
        Combinators.combine(chosen, equality, literals).as("%s %s %s"::formatted),
        Combinators.combine(names, literals.list().ofMinSize(1).ofMaxSize(3))
            .as((name, list) -> "%s in [%s]".formatted(name, String.join(", ", list))));
  }

  private static Arbitrary<String> wholes() {
    return Arbitraries.oneOf(
        compared(whole(2), whole(2)),
        Combinators.combine(
                whole(1), Arbitraries.integers().between(-2, 6).list().ofMinSize(1).ofMaxSize(3))
            .as((number, list) -> number + " in " + list));
  }

  private static Arbitrary<String> whole(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            Arbitraries.of("occupants", "enter.occupants", "daysSeen('28d')"),
            Arbitraries.integers().between(-3, 20).map(String::valueOf));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(
            leaf,
            calculated(whole(depth - 1), Arbitraries.of("+", "-", "*"), whole(depth - 1)),
            calculated(whole(depth - 1), just("/"), Arbitraries.of("2", "-3", "7")),
            whole(depth - 1).map("-(%s)"::formatted),
            join("(crossing ? %s : %s)", whole(depth - 1), whole(depth - 1)));
  }

  private static Arbitrary<String> decimals() {
    return compared(decimal(2), decimal(2));
  }

  private static Arbitrary<String> decimal(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
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
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(
            leaf,
            calculated(decimal(depth - 1), Arbitraries.of("+", "-", "*", "/"), decimal(depth - 1)),
            decimal(depth - 1).map("-(%s)"::formatted),
            join("(late ? %s : %s)", decimal(depth - 1), decimal(depth - 1)));
  }

  private static Arbitrary<String> mixed() {
    return Arbitraries.oneOf(
        Combinators.combine(decimal(1), Arbitraries.of("<", "<=", ">", ">="), whole(1))
            .as("%s %s %s"::formatted),
        Combinators.combine(whole(1), Arbitraries.of("<", "<=", ">", ">="), decimal(1))
            .as("%s %s %s"::formatted));
  }

  private static Arbitrary<String> times() {
    Arbitrary<String> span =
        Arbitraries.of(
            "duration('10m')",
            "duration('90m')",
            "duration('36h')",
            "(at - enter.at)",
            "(enter.at - at)",
            "(at - enter.at + duration('30m'))",
            "(duration('2h') - duration('30s'))");
    Arbitrary<String> moment =
        Arbitraries.of(
            "at",
            "enter.at",
            "(enter.at + duration('20m'))",
            "(at - duration('500ms'))",
            "(duration('1h') + at)");
    return Arbitraries.oneOf(compared(span, span), compared(moment, moment));
  }

  private static Arbitrary<String> functions() {
    return Arbitraries.oneOf(
        join(
            "during('%s', '%s')",
            Arbitraries.of("00:00", "22:00", "06:30"), Arbitraries.of("05:00", "12:15", "24:00")),
        Arbitraries.of(
            "during('22:00', '05:30', 'Europe/London')",
            "during('09:00', '17:00', 'Europe/Paris')",
            "weekday()",
            "holiday()",
            "list('stolen')",
            "list('nobody')",
            "firstSeen()",
            "commuter('28d')",
            "usualTime('7d')"),
        Arbitraries.of("1*", "*1*", "??C*", "XYZ1", "*", "A?1*D")
            .map("likePlate('%s')"::formatted));
  }

  private static Arbitrary<String> compared(Arbitrary<String> a, Arbitrary<String> b) {
    return Combinators.combine(a, Arbitraries.of("==", "!=", "<", "<=", ">", ">="), b)
        .as("%s %s %s"::formatted);
  }

  private static Arbitrary<String> calculated(
      Arbitrary<String> a, Arbitrary<String> sign, Arbitrary<String> b) {
    return Combinators.combine(a, sign, b).as("(%s %s %s)"::formatted);
  }

  private static Arbitrary<String> join(String shape, Arbitrary<String> a, Arbitrary<String> b) {
    return Combinators.combine(a, b).as(shape::formatted);
  }
}
