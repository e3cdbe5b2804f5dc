package eu.passage.cep.predicate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.predicate.Value.Bool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a predicate's text into a {@link Predicate}: {@code crossing}, {@code passage}, either with
 * {@code where} and an expression, or an expression alone.
 *
 * <pre>{@code
 * new PredicateCompiler(cameras, 60)
 *     .compile("crossing where to == 'BE' && during('00:00', '05:00')", Context.ALONE);
 * }</pre>
 *
 * <p>Times of day and days are those of Brussels and Paris. {@code holiday()} knows Belgium and
 * France, by the camera's country, and is false at a camera elsewhere. Makes and models are equal
 * whatever their case. {@code speed} between two cameras at one place is 0, between two places at
 * one time infinite.
 *
 * <p>One compiler serves any number of rules, one after the other or at once. The first compilation
 * of a process loads CEL, which takes some tenths of a second; the constructor does it.
 */
public final class PredicateCompiler {

  private final Places places;
  private final int habitDays;

  /**
   * @param habitDays the longest span of {@code commuter}, {@code daysSeen} and {@code usualTime}
   */
  public PredicateCompiler(CameraTable cameras, int habitDays) {
    places = new Places(cameras);
    this.habitDays = habitDays;
    try {
      compile("to == ''", Context.ALONE);
    } catch (PredicateException e) {
      throw new IllegalStateException("CEL does not work", e);
    }
  }

  /** Words that no step may be called, since they mean something in predicates. */
  public static Set<String> reservedNames() {
    return Vocabulary.reserved();
  }

  /**
   * The predicate that a text means.
   *
   * @throws PredicateException with every fault found
   */
  public Predicate compile(String text, Context context) throws PredicateException {
    Faults faults = new Faults();
    SourceText source = SourceText.of(text, faults);
    Bool kind = kind(source.kind());
    if (!source.hasExpression()) {
      return new Predicate(source.canonical(), kind.test(), kind.yes(), Set.of(), false);
    }
    CelCompiler cel = Vocabulary.celFor(context);
    CelAbstractSyntaxTree parsed = parse(cel, source, faults);
    Tree tree = new Tree(source, parsed.getSource().getPositionsMap());
    Lowering lowering = new Lowering(tree, faults, context, places, habitDays);
    Bool where = lowering.condition(parsed.getExpr());
    faults.throwIfAny();
    if (cel.check(parsed).hasError()) {
      // what is lowered is less than CEL allows, so this is a net below the net
      faults.add(source.start(), "the types in this predicate do not fit", "make it simpler");
      faults.throwIfAny();
    }
    Bool all = source.kind().equals("crossing") ? kind.and(where) : where;
    return new Predicate(
        source.canonical(), all.test(), all.yes(), lowering.asked(), lowering.usesHabits());
  }

  private static CelAbstractSyntaxTree parse(CelCompiler cel, SourceText source, Faults faults)
      throws PredicateException {
    CelValidationResult parsed = cel.parse(source.expression());
    try {
      if (!parsed.hasError()) {
        CelAbstractSyntaxTree tree = parsed.getAst();
        if (!Tree.tooDeep(tree.getExpr())) {
          return tree;
        }
        SyntaxFaults.tooDeep(source.start(), faults);
      } else {
        SyntaxFaults.add(source, parsed.getErrors(), faults);
      }
      throw faults.exception();
    } catch (CelValidationException e) {
      throw new IllegalStateException("no error and yet no tree", e);
    }
  }

  private static Bool kind(String word) {
    return word.equals("crossing")
        ? new Bool((p, s) -> p.crossing(), Facets.crossing(true), Facets.crossing(false))
        : Lowering.constant(true);
  }

  /**
   * What a text may refer to.
   *
   * @param earlierSteps names of the steps before, in order: the place is that in {@code
   *     Scene.step}; empty for one that cannot be referred to, such as one that must not happen
   * @param optionalSteps those of them that may be missing: referring to them is a fault
   * @param together whether the subject is several vehicles: then only place and time can be asked
   * @param lists plates by the list's name
   */
  public record Context(
      List<String> earlierSteps,
      Set<String> optionalSteps,
      boolean together,
      Map<String, Set<ListedPlate>> lists) {

    /** A single passage of one vehicle, without lists. */
    public static final Context ALONE = new Context(List.of(), Set.of(), false, Map.of());

    public Context {
      earlierSteps = List.copyOf(earlierSteps);
      optionalSteps = Set.copyOf(optionalSteps);
      lists = Map.copyOf(lists);
    }
  }

  /**
   * An entry of a list.
   *
   * @param plate in normal form
   * @param country ISO 3166-1 alpha-2; null: of any country
   */
  public record ListedPlate(String plate, @Nullable String country) {}
}
