package eu.passage.cep.predicate;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import java.util.stream.Stream;

/** Where the parts of a parsed expression stand in the text, and how to name them to people. */
record Tree(SourceText source, ImmutableMap<Long, Integer> positions) {

  /** Deeper trees than this are refused. */
  static final int DEEPEST = 64;

  /** Where a part starts. */
  int start(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> start(expr.select().operand());
      case CALL -> startOfCall(expr);
      default -> position(expr);
    };
  }

  /** Where the name of a selected field, or of a function, stands. */
  int name(CelExpr expr) {
    int position = position(expr);
    if (expr.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      return position + 1;
    }
    int name = source.whole().lastIndexOf(expr.call().function(), position);
    return name < 0 ? position : name;
  }

  private int startOfCall(CelExpr expr) {
    CelCall call = expr.call();
    if (call.target().isPresent()) {
      return start(call.target().get());
    }
    if (Character.isLetter(call.function().charAt(0))) {
      return name(expr);
    }
    boolean unary = call.args().size() == 1;
    return unary ? position(expr) : start(call.args().get(0));
  }

  private int position(CelExpr expr) {
    return source.offset(positions.getOrDefault(expr.id(), 0));
  }

  /** As it is written, for messages. */
  static String named(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> "'%s'".formatted(expr.ident().name());
      case SELECT -> "'%s'".formatted(path(expr));
      case CALL ->
          Character.isLetter(expr.call().function().charAt(0))
              ? expr.call().function() + "()"
              : "the result of " + sign(expr.call().function());
      default -> "this";
    };
  }

  private static String constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> "the text '%s'".formatted(constant.stringValue());
      case INT64_VALUE -> "the number " + constant.int64Value();
      case DOUBLE_VALUE -> "the number " + constant.doubleValue();
      case BOOLEAN_VALUE -> String.valueOf(constant.booleanValue());
      default -> "this value";
    };
  }

  private static String path(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> path(expr.select().operand()) + "." + expr.select().field();
      case IDENT -> expr.ident().name();
      default -> "…";
    };
  }

  /** The sign of an operator: {@code _&&_} is {@code &&}. */
  static String sign(String function) {
    return function.replace("_", "").replace("@", "");
  }

  static boolean tooDeep(CelExpr expr) {
    return deeper(expr, DEEPEST);
  }

  private static boolean deeper(CelExpr expr, int left) {
    if (left == 0) {
      return true;
    }
    List<CelExpr> parts =
        switch (expr.getKind()) {
          case SELECT -> List.of(expr.select().operand());
          case LIST -> expr.list().elements();
          case CALL ->
              expr.call().target().isEmpty()
                  ? expr.call().args()
                  : Stream.concat(expr.call().target().stream(), expr.call().args().stream())
                      .toList();
          default -> List.of();
        };
    return parts.stream().anyMatch(part -> deeper(part, left - 1));
  }
}
