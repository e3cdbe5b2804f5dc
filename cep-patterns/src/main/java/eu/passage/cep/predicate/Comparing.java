package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import dev.cel.common.ast.CelExpr;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.DoubleOf;
import eu.passage.cep.predicate.Value.Literal;
import eu.passage.cep.predicate.Value.LongOf;
import eu.passage.cep.predicate.Value.Moment;
import eu.passage.cep.predicate.Value.Span;
import eu.passage.cep.predicate.Value.Text;
import eu.passage.cep.predicate.Value.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Lowers {@code == != < <= > >=} and {@code in}. */
final class Comparing {

  private final Tree tree;
  private final Faults faults;
  private final Fields fields;
  private final Literals literals;

  Comparing(Tree tree, Faults faults, Fields fields, Literals literals) {
    this.tree = tree;
    this.faults = faults;
    this.fields = fields;
    this.literals = literals;
  }

  /** A side of a comparison. */
  record Side(CelExpr expr, Value value) {}

  Value compare(Comparison comparison, Side left, Side right) {
    Value a = left.value();
    Value b = right.value();
    if (a == WRONG || b == WRONG) {
      return WRONG;
    }
    if (isText(a) && isText(b)) {
      return comparison.ordered()
          ? fault(left, "texts are not ordered", "compare them with == or !=")
          : texts(comparison, left, right);
    }
    if (a instanceof Whole x && b instanceof Whole y) {
      return Bool.of(comparison.longs(x.of(), y.of()));
    }
    if (a instanceof Decimal x && b instanceof Decimal y) {
      return Bool.of(comparison.doubles(x.of(), y.of()));
    }
    if ((a instanceof Whole && b instanceof Decimal)
        || (a instanceof Decimal && b instanceof Whole)) {
      return mixed(comparison, left, right);
    }
    if (a instanceof Moment x && b instanceof Moment y) {
      return Bool.of(comparison.longs(x.of(), y.of()));
    }
    if (a instanceof Span x && b instanceof Span y) {
      return Bool.of(comparison.longs(x.of(), y.of()));
    }
    if (a instanceof Bool x && b instanceof Bool y) {
      return comparison.ordered()
          ? fault(left, "neither yes nor no is more", "compare them with == or !=")
          : same(comparison, x, y);
    }
    return refuse(left, right);
  }

  /** Either both hold or neither: the index learns from both. */
  private static Bool same(Comparison comparison, Bool x, Bool y) {
    Bool same =
        new Bool(
            (p, s) -> x.test().test(p, s) == y.test().test(p, s),
            x.yes().and(y.yes()).or(x.no().and(y.no())),
            x.yes().and(y.no()).or(x.no().and(y.yes())));
    return comparison == Comparison.EQUAL ? same : same.not();
  }

  private Value texts(Comparison comparison, Side left, Side right) {
    Value equal;
    if (left.value() instanceof Text a && right.value() instanceof Text b) {
      if (a.kind() != b.kind()) {
        return fault(
            left,
            "%s is %s and %s is %s: they are never equal"
                .formatted(
                    Tree.named(left.expr()),
                    a.kind().noun(),
                    Tree.named(right.expr()),
                    b.kind().noun()),
            "");
      }
      equal = Bool.of(Comparison.EQUAL.longs(a.of(), b.of()));
    } else if (left.value() instanceof Text text) {
      equal = among(text, List.of(right));
    } else if (right.value() instanceof Text text) {
      equal = among(text, List.of(left));
    } else {
      return fault(left, "these two texts never change", "compare a name with a text");
    }
    return equal instanceof Bool bool && comparison == Comparison.NOT_EQUAL ? bool.not() : equal;
  }

  private Value among(Text text, List<Side> elements) {
    List<Long> codes = new ArrayList<>();
    for (Side element : elements) {
      OptionalLong code = code(text.kind(), element);
      code.ifPresent(codes::add);
    }
    return codes.size() < elements.size()
        ? WRONG
        : fields.among(text, codes.stream().distinct().mapToLong(c -> c).toArray());
  }

  private OptionalLong code(Kind kind, Side side) {
    if (side.value() instanceof Literal literal) {
      return literals.code(kind, literal.text(), tree.start(side.expr()));
    }
    throw new IllegalArgumentException("no literal: " + side.value());
  }

  private Value mixed(Comparison comparison, Side left, Side right) {
    if (comparison.ordered()) {
      return Bool.of(comparison.doubles(decimal(left.value()), decimal(right.value())));
    }
    Side whole = left.value() instanceof Whole ? left : right;
    String advice =
        whole.value() instanceof Whole w && w.constant()
            ? "write %d.0".formatted(w.least())
            : "compare them with < or >";
    return fault(whole, "a whole number is never asked to equal one with decimals", advice);
  }

  private static DoubleOf decimal(Value value) {
    if (value instanceof Whole whole) {
      LongOf of = whole.of();
      return (p, s) -> of.of(p, s);
    }
    return ((Decimal) value).of();
  }

  /** {@code x in [a, b]}. */
  Value in(Side left, CelExpr list, List<Side> elements) {
    Value value = left.value();
    if (value == WRONG || elements.stream().anyMatch(e -> e.value() == WRONG)) {
      return WRONG;
    }
    if (elements.isEmpty()) {
      return faultAt(
          tree.start(list), "nothing is in an empty list", "write for example: to in ['BE', 'FR']");
    }
    for (Side element : elements) {
      if (!isConstant(element)) {
        return fault(
            element,
            "%s is no fixed value, and a list after 'in' holds only such"
                .formatted(Tree.named(element.expr())),
            "write: x == a || x == b");
      }
    }
    if (value instanceof Text text) {
      return refused(left, elements, Literal.class) ? WRONG : among(text, elements);
    }
    if (value instanceof Whole whole) {
      if (refused(left, elements, Whole.class)) {
        return WRONG;
      }
      long[] numbers = elements.stream().mapToLong(e -> ((Whole) e.value()).least()).toArray();
      return Bool.of((p, s) -> has(numbers, whole.of().of(p, s)));
    }
    return fault(
        left,
        "%s is %s, and 'in' asks for a text or a whole number of the passage"
            .formatted(Tree.named(left.expr()), value.noun()),
        "compare it with == or <");
  }

  private boolean refused(Side left, List<Side> elements, Class<? extends Value> wanted) {
    List<Side> others = elements.stream().filter(e -> !wanted.isInstance(e.value())).toList();
    others.forEach(other -> refuse(left, other));
    return !others.isEmpty();
  }

  private static boolean has(long[] numbers, long value) {
    for (long number : numbers) {
      if (number == value) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConstant(Side side) {
    return side.value() instanceof Literal
        || (side.value() instanceof Whole whole && whole.constant())
        || side.expr().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
  }

  private static boolean isText(Value value) {
    return value instanceof Text || value instanceof Literal;
  }

  private Value refuse(Side left, Side right) {
    boolean constant = right.expr().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    return fault(
        left,
        "%s is %s and cannot be compared with %s%s"
            .formatted(
                Tree.named(left.expr()),
                left.value().noun(),
                Tree.named(right.expr()),
                constant ? "" : ", which is " + right.value().noun()),
        advice(left.value(), right.value()));
  }

  private static String advice(Value a, Value b) {
    if (a instanceof Moment || b instanceof Moment) {
      return "write during('22:00', '24:00') for a time of day, at - enter.at < duration('10m') for a span";
    }
    if (a instanceof Span || b instanceof Span) {
      return "write a span as duration('10m')";
    }
    if (a instanceof Value.Camera || b instanceof Value.Camera) {
      return "write camera.id, camera.road, camera.zone or camera.country";
    }
    if (a instanceof Text || b instanceof Text) {
      return (a instanceof Text text ? text : (Text) b).kind().advice();
    }
    if (a instanceof Bool || b instanceof Bool) {
      return "write the condition itself, or ! before it: late, !late";
    }
    return a instanceof Literal || b instanceof Literal ? "write numbers without quotes" : "";
  }

  private Value fault(Side side, String message, String advice) {
    return faultAt(tree.start(side.expr()), message, advice);
  }

  private Value faultAt(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
