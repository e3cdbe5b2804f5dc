package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import eu.passage.cep.model.Facets;
import eu.passage.cep.predicate.Comparing.Side;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.Literal;
import eu.passage.cep.predicate.Value.Passage;
import eu.passage.cep.predicate.Value.Whole;
import eu.passage.schemas.text.Suggestion;
import java.util.List;
import java.util.Set;

/**
 * Turns a parsed expression into closures. It goes on after a fault, so that an author sees all of
 * them at once, and it knows what each name stands for, which CEL does not: its messages come
 * before CEL's.
 */
final class Lowering {

  private final Tree tree;
  private final Faults faults;
  private final Context context;
  private final Names names;
  private final Functions functions;
  private final Comparing comparing;
  private final Choice choice;
  private final Arithmetic arithmetic;

  Lowering(Tree tree, Faults faults, Context context, Places places, int habitDays) {
    this.tree = tree;
    this.faults = faults;
    this.context = context;
    Fields fields = new Fields(places);
    Literals literals = new Literals(places, faults);
    names = new Names(tree, faults, context, fields, literals);
    functions = new Functions(tree, faults, context, places, habitDays);
    comparing = new Comparing(tree, faults, fields, literals);
    choice = new Choice(tree, faults, literals);
    arithmetic = new Arithmetic(faults);
  }

  /** The places of earlier steps that were asked for. */
  Set<Integer> asked() {
    return names.asked();
  }

  boolean usesHabits() {
    return functions.usesHabits();
  }

  /** A condition; what is not one is a fault. */
  Bool condition(CelExpr expr) {
    Value value = lower(expr);
    if (value instanceof Bool bool) {
      return bool;
    }
    if (value != WRONG) {
      faults.add(
          tree.start(expr),
          "%s is %s, and a yes or no is needed here".formatted(Tree.named(expr), value.noun()),
          "compare it with something, for example with ==");
    }
    return Bool.of((p, s) -> false);
  }

  private Value lower(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> names.name(expr);
      case SELECT -> names.select(expr, lower(expr.select().operand()));
      case CALL -> call(expr);
      case LIST -> fault(tree.start(expr), "a list has no place here", "write x in ['a', 'b']");
      default ->
          fault(
              tree.start(expr),
              "this is no part of the rule language",
              "compare names with values");
    };
  }

  private Value constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> constant(constant.booleanValue());
      case STRING_VALUE -> new Literal(constant.stringValue());
      case DOUBLE_VALUE -> {
        double value = constant.doubleValue();
        yield new Decimal((p, s) -> value);
      }
      case INT64_VALUE ->
          Math.abs(constant.int64Value()) <= Arithmetic.LARGEST
              ? Whole.constant(constant.int64Value())
              : fault(
                  tree.start(expr), "this number is too large", "calculate with smaller numbers");
      case NULL_VALUE ->
          fault(tree.start(expr), "nothing is ever null", "what is unknown is '' or 'UNKNOWN'");
      default ->
          fault(
              tree.start(expr), "this is no value of the rule language", "write 3, 0.5 or 'text'");
    };
  }

  static Bool constant(boolean value) {
    Facets never = Facets.types(0);
    return value
        ? new Bool((p, s) -> true, Facets.ANY, never)
        : new Bool((p, s) -> false, never, Facets.ANY);
  }

  private Value call(CelExpr expr) {
    CelCall call = expr.call();
    List<CelExpr> args = call.args();
    String sign = Tree.sign(call.function());
    return switch (call.function()) {
      case "_&&_" -> condition(args.get(0)).and(condition(args.get(1)));
      case "_||_" -> condition(args.get(0)).or(condition(args.get(1)));
      case "!_" -> condition(args.get(0)).not();
      case "_?_:_" ->
          choice.between(
              condition(args.get(0)), side(args.get(1)), side(args.get(2)), tree.start(expr));
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
          comparing.compare(Comparison.of(sign), side(args.get(0)), side(args.get(1)));
      case "@in" -> in(args);
      case "-_" -> {
        Value value = lower(args.get(0));
        yield value == WRONG ? WRONG : arithmetic.negate(value, tree.start(expr));
      }
      case "_+_", "_-_", "_*_", "_/_" -> {
        Value a = lower(args.get(0));
        Value b = lower(args.get(1));
        yield a == WRONG || b == WRONG ? WRONG : arithmetic.calculate(sign, a, b, tree.start(expr));
      }
      default -> function(expr);
    };
  }

  private Value in(List<CelExpr> args) {
    Side left = side(args.get(0));
    if (args.get(1).getKind() != CelExpr.ExprKind.Kind.LIST) {
      return fault(
          tree.start(args.get(1)), "'in' wants a list", "write for example: to in ['BE', 'FR']");
    }
    return comparing.in(
        left, args.get(1), args.get(1).list().elements().stream().map(this::side).toList());
  }

  private Side side(CelExpr expr) {
    return new Side(expr, lower(expr));
  }

  private Value function(CelExpr expr) {
    CelCall call = expr.call();
    String name = call.function();
    int offset = Character.isLetter(name.charAt(0)) ? tree.name(expr) : tree.start(expr);
    call.target().ifPresent(target -> lowerQuietly(target, name));
    String usage = Vocabulary.FUNCTIONS.get(name);
    if (usage == null) {
      return unknown(name, offset);
    }
    if (call.target().isPresent()) {
      return fault(offset, "%s() asks nothing before its name".formatted(name), "write " + usage);
    }
    if (context.together() && !Vocabulary.TOGETHER_FUNCTIONS.contains(name)) {
      return fault(
          offset,
          "vehicles together have no one plate and no habits, so %s() means nothing"
              .formatted(name),
          "ask about " + Literals.list(Vocabulary.TOGETHER_FIELDS));
    }
    List<Value> arguments = call.args().stream().map(this::lower).toList();
    if (arguments.contains(WRONG)) {
      return WRONG;
    }
    boolean wantsPassages = name.equals("km") || name.equals("speed");
    Class<? extends Value> wanted = wantsPassages ? Passage.class : Literal.class;
    int least = Vocabulary.arguments(name);
    boolean fits = arguments.size() == least || (name.equals("during") && arguments.size() == 3);
    return fits && arguments.stream().allMatch(wanted::isInstance)
        ? functions.call(expr, arguments)
        : fault(offset, "%s() is not called like this".formatted(name), "write " + usage);
  }

  /** What stands before a function of CEL's own may be wrong too, but then that is told once. */
  private void lowerQuietly(CelExpr target, String function) {
    if (!Unsupported.isKnown(function)) {
      lower(target);
    }
  }

  private Value unknown(String name, int offset) {
    if (Unsupported.isKnown(name)) {
      return fault(
          offset,
          Character.isLetter(name.charAt(0))
              ? "%s() is not part of the rule language".formatted(name)
              : "%s is not part of the rule language".formatted(Tree.sign(name)),
          Unsupported.advice(name));
    }
    Set<String> known = Vocabulary.FUNCTIONS.keySet();
    return fault(
        offset,
        "there is no function '%s'%s".formatted(name, Suggestion.of(name, known)),
        "known functions: " + Literals.list(known));
  }

  private Value fault(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
