package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import eu.passage.cep.model.Condition;
import eu.passage.cep.predicate.Comparing.Side;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.DoubleOf;
import eu.passage.cep.predicate.Value.Literal;
import eu.passage.cep.predicate.Value.LongOf;
import eu.passage.cep.predicate.Value.Moment;
import eu.passage.cep.predicate.Value.Span;
import eu.passage.cep.predicate.Value.Text;
import eu.passage.cep.predicate.Value.Whole;
import java.util.Optional;
import java.util.OptionalLong;

/** Lowers {@code question ? answer : other}. */
final class Choice {

  private final Tree tree;
  private final Faults faults;
  private final Literals literals;

  Choice(Tree tree, Faults faults, Literals literals) {
    this.tree = tree;
    this.faults = faults;
    this.literals = literals;
  }

  Value between(Bool question, Side first, Side second, int offset) {
    Value a = first.value();
    Value b = second.value();
    Condition test = question.test();
    if (a == WRONG || b == WRONG) {
      return WRONG;
    }
    if (a instanceof Bool x && b instanceof Bool y) {
      return new Bool(
          (p, s) -> test.test(p, s) ? x.test().test(p, s) : y.test().test(p, s),
          question.yes().and(x.yes()).or(question.no().and(y.yes())),
          question.yes().and(x.no()).or(question.no().and(y.no())));
    }
    if (a instanceof Whole x && b instanceof Whole y) {
      return new Whole(
          longs(test, x.of(), y.of()),
          Math.min(x.least(), y.least()),
          Math.max(x.most(), y.most()));
    }
    if (a instanceof Decimal x && b instanceof Decimal y) {
      DoubleOf yes = x.of();
      DoubleOf no = y.of();
      return new Decimal((p, s) -> test.test(p, s) ? yes.of(p, s) : no.of(p, s));
    }
    if (a instanceof Moment x && b instanceof Moment y) {
      return new Moment(longs(test, x.of(), y.of()));
    }
    if (a instanceof Span x && b instanceof Span y) {
      return new Span(longs(test, x.of(), y.of()));
    }
    if (a instanceof Text x && b instanceof Text y && x.kind() != y.kind()) {
      return fault(
          offset,
          "%s and %s are texts of different kinds"
              .formatted(Tree.named(first.expr()), Tree.named(second.expr())),
          "write two conditions, joined by ||");
    }
    if (a instanceof Text text && (b instanceof Text || b instanceof Literal)) {
      return texts(test, text.kind(), first, second);
    }
    if (a instanceof Literal && b instanceof Text text) {
      return texts(test, text.kind(), first, second);
    }
    return fault(
        offset,
        "the two answers are %s and %s: both must be of one kind".formatted(a.noun(), b.noun()),
        "write two conditions, joined by ||");
  }

  private Value texts(Condition test, Kind kind, Side first, Side second) {
    Optional<LongOf> a = code(kind, first);
    Optional<LongOf> b = code(kind, second);
    return a.isPresent() && b.isPresent()
        ? new Text(kind, longs(test, a.get(), b.get()), Optional.empty())
        : WRONG;
  }

  private Optional<LongOf> code(Kind kind, Side side) {
    if (side.value() instanceof Text text) {
      return Optional.of(text.of());
    }
    OptionalLong code =
        literals.code(kind, ((Literal) side.value()).text(), tree.start(side.expr()));
    if (code.isEmpty()) {
      return Optional.empty();
    }
    long constant = code.getAsLong();
    return Optional.of((p, s) -> constant);
  }

  private static LongOf longs(Condition test, LongOf a, LongOf b) {
    return (p, s) -> test.test(p, s) ? a.of(p, s) : b.of(p, s);
  }

  private Value fault(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
