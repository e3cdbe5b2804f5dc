package eu.passage.cep.predicate;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import java.util.Optional;
import java.util.Set;

/** The names that CEL is told. */
final class Vocabulary {

  /** The passage in question where a function wants a passage. */
  static final String THIS = "this";

  static final ImmutableMap<String, CelType> CAMERA_FIELDS =
      ImmutableMap.of(
          "id", SimpleType.STRING,
          "road", SimpleType.STRING,
          "zone", SimpleType.STRING,
          "country", SimpleType.STRING);

  static final CelType CAMERA = struct("camera", CAMERA_FIELDS);

  static final ImmutableMap<String, CelType> PASSAGE_FIELDS =
      ImmutableMap.<String, CelType>builder()
          .put("plate", SimpleType.STRING)
          .put("country", SimpleType.STRING)
          .put("type", SimpleType.STRING)
          .put("colour", SimpleType.STRING)
          .put("make", SimpleType.STRING)
          .put("model", SimpleType.STRING)
          .put("confidence", SimpleType.DOUBLE)
          .put("camera", CAMERA)
          .put("from", SimpleType.STRING)
          .put("to", SimpleType.STRING)
          .put("at", SimpleType.TIMESTAMP)
          .put("late", SimpleType.BOOL)
          .put("crossing", SimpleType.BOOL)
          .put("occupants", SimpleType.INT)
          .buildOrThrow();

  /** What vehicles together have in common: place and time. */
  static final ImmutableSet<String> TOGETHER_FIELDS =
      ImmutableSet.of("camera", "from", "to", "at", "late", "crossing");

  static final CelType PASSAGE = struct("passage", PASSAGE_FIELDS);

  /** How each function is called. */
  static final ImmutableMap<String, String> FUNCTIONS =
      ImmutableMap.<String, String>builder()
          .put("during", "during('22:00', '05:00')")
          .put("weekday", "weekday()")
          .put("holiday", "holiday()")
          .put("list", "list('name')")
          .put("likePlate", "likePlate('1AB?2*')")
          .put("commuter", "commuter('28d')")
          .put("firstSeen", "firstSeen()")
          .put("daysSeen", "daysSeen('28d')")
          .put("usualTime", "usualTime('28d')")
          .put("km", "km(enter, this)")
          .put("speed", "speed(enter, this)")
          .put("duration", "duration('10m')")
          .buildOrThrow();

  /** Functions of place and time. */
  static final ImmutableSet<String> TOGETHER_FUNCTIONS =
      ImmutableSet.of("during", "weekday", "holiday", "km", "speed", "duration");

  private static final ImmutableList<CelFunctionDecl> DECLARATIONS =
      ImmutableList.of(
          CelFunctionDecl.newFunctionDeclaration(
              "during",
              CelOverloadDecl.newGlobalOverload(
                  "during_here", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING),
              CelOverloadDecl.newGlobalOverload(
                  "during_there",
                  SimpleType.BOOL,
                  SimpleType.STRING,
                  SimpleType.STRING,
                  SimpleType.STRING)),
          function("weekday", SimpleType.BOOL),
          function("holiday", SimpleType.BOOL),
          function("list", SimpleType.BOOL, SimpleType.STRING),
          function("likePlate", SimpleType.BOOL, SimpleType.STRING),
          function("commuter", SimpleType.BOOL, SimpleType.STRING),
          function("firstSeen", SimpleType.BOOL),
          function("daysSeen", SimpleType.INT, SimpleType.STRING),
          function("usualTime", SimpleType.BOOL, SimpleType.STRING),
          function("km", SimpleType.DOUBLE, PASSAGE, PASSAGE),
          function("speed", SimpleType.DOUBLE, PASSAGE, PASSAGE));

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true) // speed(a, b) > 250
          .maxExpressionCodePointSize(SourceText.MOST)
          .maxParseErrorRecoveryLimit(1)
          .maxParseRecursionDepth(4 * Tree.DEEPEST)
          .build();

  private Vocabulary() {}

  /** A compiler that knows the passage in question and those of earlier steps. */
  static CelCompiler celFor(Context context) {
    return declare(CelCompilerFactory.standardCelCompilerBuilder(), context).build();
  }

  private static CelCompilerBuilder declare(CelCompilerBuilder builder, Context context) {
    builder
        .setStandardMacros()
        .setOptions(OPTIONS)
        .setTypeProvider(new Types())
        .addFunctionDeclarations(DECLARATIONS)
        .setResultType(SimpleType.BOOL)
        .addVar(THIS, PASSAGE);
    PASSAGE_FIELDS.forEach(builder::addVar);
    context.earlierSteps().stream()
        .filter(name -> !name.isEmpty() && !PASSAGE_FIELDS.containsKey(name) && !name.equals(THIS))
        .distinct()
        .forEach(name -> builder.addVar(name, PASSAGE));
    return builder;
  }

  /** How many arguments a function needs; {@code during} takes one more. */
  static int arguments(String function) {
    return switch (function) {
      case "weekday", "holiday", "firstSeen" -> 0;
      case "during", "km", "speed" -> 2;
      default -> 1;
    };
  }

  private static CelFunctionDecl function(String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, ImmutableList.copyOf(arguments)));
  }

  private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
    return StructType.create(
        name, ImmutableSet.copyOf(fields.keySet()), f -> Optional.ofNullable(fields.get(f)));
  }

  /** Words that no step may be called, since they mean something already. */
  static Set<String> reserved() {
    return ImmutableSet.<String>builder()
        .addAll(PASSAGE_FIELDS.keySet())
        .addAll(FUNCTIONS.keySet())
        .add(THIS, "passage", "where", "and", "or", "not")
        .add("as", "break", "const", "continue", "else", "false", "for", "function", "if")
        .add("import", "in", "let", "loop", "package", "namespace", "null", "return", "true")
        .add("var", "void", "while")
        .build();
  }

  private static final class Types implements CelTypeProvider {

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(PASSAGE, CAMERA);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
