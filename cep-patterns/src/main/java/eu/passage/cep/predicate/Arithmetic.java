package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.DoubleOf;
import eu.passage.cep.predicate.Value.LongOf;
import eu.passage.cep.predicate.Value.Moment;
import eu.passage.cep.predicate.Value.Span;
import eu.passage.cep.predicate.Value.Whole;
import java.util.stream.LongStream;

/**
 * Lowers {@code + - * /}. The bounds of every whole number are known, so that nothing can overflow
 * or be divided by zero once a rule runs: what might is refused when it is written.
 */
final class Arithmetic {

  /** Whole numbers up to this are exact as decimals too. */
  static final long LARGEST = 1L << 52;

  private final Faults faults;

  Arithmetic(Faults faults) {
    this.faults = faults;
  }

  Value negate(Value value, int offset) {
    if (value instanceof Whole whole) {
      LongOf of = whole.of();
      return new Whole((p, s) -> -of.of(p, s), -whole.most(), -whole.least());
    }
    if (value instanceof Decimal decimal) {
      DoubleOf of = decimal.of();
      return new Decimal((p, s) -> -of.of(p, s));
    }
    return fault(offset, "a minus before %s means nothing".formatted(value.noun()), "");
  }

  Value calculate(String sign, Value a, Value b, int offset) {
    if (a instanceof Whole x && b instanceof Whole y) {
      return wholes(sign, x, y, offset);
    }
    if (a instanceof Decimal x && b instanceof Decimal y) {
      return new Decimal(decimals(sign, x.of(), y.of()));
    }
    if (a instanceof Whole x && b instanceof Decimal) {
      return mixed(x, offset);
    }
    if (a instanceof Decimal && b instanceof Whole y) {
      return mixed(y, offset);
    }
    return times(sign, a, b, offset);
  }

  private Value times(String sign, Value a, Value b, int offset) {
    boolean plus = sign.equals("+");
    boolean minus = sign.equals("-");
    if (a instanceof Moment x && b instanceof Moment y && minus) {
      return new Span(longs("-", x.of(), y.of()));
    }
    if (a instanceof Moment x && b instanceof Span y && (plus || minus)) {
      return new Moment(longs(sign, x.of(), y.of()));
    }
    if (a instanceof Span x && b instanceof Moment y && plus) {
      return new Moment(longs("+", x.of(), y.of()));
    }
    if (a instanceof Span x && b instanceof Span y && (plus || minus)) {
      return new Span(longs(sign, x.of(), y.of()));
    }
    return fault(
        offset,
        "%s %s %s means nothing".formatted(a.noun(), sign, b.noun()),
        a instanceof Value.Literal || b instanceof Value.Literal || a instanceof Value.Text
            ? "texts cannot be put together; compare each with =="
            : "");
  }

  private Value mixed(Whole whole, int offset) {
    return fault(
        offset,
        "a whole number and one with decimals do not mix",
        whole.constant() ? "write %d.0".formatted(whole.least()) : "compare them with < or >");
  }

  private Value wholes(String sign, Whole x, Whole y, int offset) {
    if (sign.equals("/") && y.least() <= 0 && y.most() >= 0) {
      return fault(offset, "this may divide by zero", "divide by a number that is never 0");
    }
    long[] corners = {
      corner(sign, x.least(), y.least()),
      corner(sign, x.least(), y.most()),
      corner(sign, x.most(), y.least()),
      corner(sign, x.most(), y.most())
    };
    long least = LongStream.of(corners).min().orElseThrow();
    long most = LongStream.of(corners).max().orElseThrow();
    if (least < -LARGEST || most > LARGEST) {
      return fault(offset, "this may become too large a number", "calculate with smaller numbers");
    }
    return new Whole(longs(sign, x.of(), y.of()), least, most);
  }

  /** Beyond all bounds where it does not fit. */
  private static long corner(String sign, long a, long b) {
    return switch (sign) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "/" -> a / b;
      default -> Math.multiplyHigh(a, b) == (a * b) >> 63 ? a * b : Long.MAX_VALUE;
    };
  }

  private static LongOf longs(String sign, LongOf a, LongOf b) {
    return switch (sign) {
      case "+" -> (p, s) -> a.of(p, s) + b.of(p, s);
      case "-" -> (p, s) -> a.of(p, s) - b.of(p, s);
      case "*" -> (p, s) -> a.of(p, s) * b.of(p, s);
      case "/" -> (p, s) -> a.of(p, s) / b.of(p, s);
      default -> throw new IllegalArgumentException(sign);
    };
  }

  private static DoubleOf decimals(String sign, DoubleOf a, DoubleOf b) {
    return switch (sign) {
      case "+" -> (p, s) -> a.of(p, s) + b.of(p, s);
      case "-" -> (p, s) -> a.of(p, s) - b.of(p, s);
      case "*" -> (p, s) -> a.of(p, s) * b.of(p, s);
      case "/" -> (p, s) -> a.of(p, s) / b.of(p, s);
      default -> throw new IllegalArgumentException(sign);
    };
  }

  private Value fault(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
