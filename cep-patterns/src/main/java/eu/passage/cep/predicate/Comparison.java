package eu.passage.cep.predicate;

import eu.passage.cep.model.Condition;
import eu.passage.cep.predicate.Value.DoubleOf;
import eu.passage.cep.predicate.Value.LongOf;

/** A sign between two values. */
enum Comparison {
  EQUAL,
  NOT_EQUAL,
  LESS,
  AT_MOST,
  MORE,
  AT_LEAST;

  static Comparison of(String sign) {
    return switch (sign) {
      case "==" -> EQUAL;
      case "!=" -> NOT_EQUAL;
      case "<" -> LESS;
      case "<=" -> AT_MOST;
      case ">" -> MORE;
      case ">=" -> AT_LEAST;
      default -> throw new IllegalArgumentException(sign);
    };
  }

  /** Whether it asks for an order, which texts do not have. */
  boolean ordered() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  Condition longs(LongOf a, LongOf b) {
    return switch (this) {
      case EQUAL -> (p, s) -> a.of(p, s) == b.of(p, s);
      case NOT_EQUAL -> (p, s) -> a.of(p, s) != b.of(p, s);
      case LESS -> (p, s) -> a.of(p, s) < b.of(p, s);
      case AT_MOST -> (p, s) -> a.of(p, s) <= b.of(p, s);
      case MORE -> (p, s) -> a.of(p, s) > b.of(p, s);
      case AT_LEAST -> (p, s) -> a.of(p, s) >= b.of(p, s);
    };
  }

  Condition doubles(DoubleOf a, DoubleOf b) {
    return switch (this) {
      case EQUAL -> (p, s) -> a.of(p, s) == b.of(p, s);
      case NOT_EQUAL -> (p, s) -> a.of(p, s) != b.of(p, s);
      case LESS -> (p, s) -> a.of(p, s) < b.of(p, s);
      case AT_MOST -> (p, s) -> a.of(p, s) <= b.of(p, s);
      case MORE -> (p, s) -> a.of(p, s) > b.of(p, s);
      case AT_LEAST -> (p, s) -> a.of(p, s) >= b.of(p, s);
    };
  }
}
