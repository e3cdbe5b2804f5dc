package eu.passage.cep.predicate;

import static eu.passage.cep.predicate.Value.WRONG;

import dev.cel.common.ast.CelExpr;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Condition;
import eu.passage.cep.model.Facets;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.Camera;
import eu.passage.cep.predicate.Value.Decimal;
import eu.passage.cep.predicate.Value.LongOf;
import eu.passage.cep.predicate.Value.Moment;
import eu.passage.cep.predicate.Value.Passage;
import eu.passage.cep.predicate.Value.Whole;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Lowers names: of the passage in question, of earlier steps, and of their fields. */
final class Names {

  private static final double PERCENT = 100.0;

  private final Tree tree;
  private final Faults faults;
  private final Context context;
  private final Fields fields;
  private final Literals literals;
  private final Set<Integer> asked = new HashSet<>();

  Names(Tree tree, Faults faults, Context context, Fields fields, Literals literals) {
    this.tree = tree;
    this.faults = faults;
    this.context = context;
    this.fields = fields;
    this.literals = literals;
  }

  /** The places of earlier steps that were named. */
  Set<Integer> asked() {
    return asked;
  }

  Value name(CelExpr expr) {
    String name = expr.ident().name();
    if (Vocabulary.PASSAGE_FIELDS.containsKey(name)) {
      return field(Value.THIS, name, tree.start(expr));
    }
    if (name.equals(Vocabulary.THIS)) {
      return new Passage(Value.THIS);
    }
    int step = context.earlierSteps().indexOf(name);
    if (step >= 0 && !context.optionalSteps().contains(name)) {
      asked.add(step);
      return new Passage(step);
    }
    return unknown(name, tree.start(expr));
  }

  private Value unknown(String name, int offset) {
    if (context.optionalSteps().contains(name)) {
      return fault(
          offset,
          "step '%s' need not happen, so there may be no such passage".formatted(name),
          "refer to a step that must happen"
              + (steps().isEmpty() ? "" : ": " + Literals.list(steps())));
    }
    if (Vocabulary.FUNCTIONS.containsKey(name)) {
      return fault(
          offset, "'%s' is a function".formatted(name), "write " + Vocabulary.FUNCTIONS.get(name));
    }
    if (literals.isKnown(name)) {
      return fault(
          offset,
          "'%s' is not a name".formatted(name),
          "texts stand in quotes: '%s'".formatted(name));
    }
    List<String> known = new ArrayList<>(fieldNames());
    known.addAll(steps());
    return fault(
        offset,
        "'%s' is not known%s".formatted(name, Suggestion.of(name, known)),
        "known: " + Literals.list(known));
  }

  Value select(CelExpr expr, Value operand) {
    String field = expr.select().field();
    int offset = tree.name(expr);
    if (operand instanceof Passage passage) {
      return Vocabulary.PASSAGE_FIELDS.containsKey(field)
          ? field(passage.step(), field, offset)
          : noField("a passage", field, fieldNames(), offset);
    }
    if (operand instanceof Camera camera) {
      return Vocabulary.CAMERA_FIELDS.containsKey(field)
          ? text("camera." + field, camera.step())
          : noField("a camera", field, Vocabulary.CAMERA_FIELDS.keySet(), offset);
    }
    return operand == WRONG
        ? WRONG
        : fault(
            offset,
            "%s is %s and has no parts"
                .formatted(Tree.named(expr.select().operand()), operand.noun()),
            "");
  }

  private Value field(int step, String name, int offset) {
    if (context.together() && !Vocabulary.TOGETHER_FIELDS.contains(name)) {
      return fault(
          offset,
          "vehicles together have no one '%s'".formatted(name),
          "ask about " + Literals.list(Vocabulary.TOGETHER_FIELDS));
    }
    return switch (name) {
      case "camera" -> new Camera(step);
      case "at" -> new Moment(whole(PassageFacts::at, step));
      case "occupants" ->
          new Whole(whole(Names::occupants, step), -1, PassageFacts.NOT_COUNTED - 1);
      case "late" -> Bool.of(test(PassageFacts::late, step));
      case "crossing" -> crossing(step);
      case "confidence" ->
          step == Value.THIS
              ? new Decimal((p, s) -> p.confidencePercent() / PERCENT)
              : new Decimal((p, s) -> s.step(step).confidencePercent() / PERCENT);
      default -> text(name, step);
    };
  }

  private Value text(String path, int step) {
    return fields.text(Field.of(path), step);
  }

  private static Bool crossing(int step) {
    Condition test = test(PassageFacts::crossing, step);
    return step == Value.THIS
        ? new Bool(test, Facets.crossing(true), Facets.crossing(false))
        : Bool.of(test);
  }

  private static long occupants(PassageFacts passage) {
    int counted = passage.occupants();
    return counted == PassageFacts.NOT_COUNTED ? -1 : counted;
  }

  private static Condition test(Predicate<PassageFacts> test, int step) {
    return step == Value.THIS ? (p, s) -> test.test(p) : (p, s) -> test.test(s.step(step));
  }

  private static LongOf whole(ToLongFunction<PassageFacts> of, int step) {
    return step == Value.THIS
        ? (p, s) -> of.applyAsLong(p)
        : (p, s) -> of.applyAsLong(s.step(step));
  }

  private Value noField(String whose, String field, Collection<String> known, int offset) {
    return fault(
        offset,
        "%s has no '%s'%s".formatted(whose, field, Suggestion.of(field, known)),
        "it has: " + Literals.list(known));
  }

  private Collection<String> fieldNames() {
    return context.together() ? Vocabulary.TOGETHER_FIELDS : Vocabulary.PASSAGE_FIELDS.keySet();
  }

  private List<String> steps() {
    return context.earlierSteps().stream()
        .filter(name -> !name.isEmpty() && !context.optionalSteps().contains(name))
        .toList();
  }

  private Value fault(int offset, String message, String advice) {
    faults.add(offset, message, advice);
    return WRONG;
  }
}
