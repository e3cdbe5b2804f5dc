package eu.passage.cep.predicate;

import dev.cel.common.CelIssue;
import eu.passage.schemas.text.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the parser stumbled over, in plain words. */
final class SyntaxFaults {

  private static final Map<String, String> WORDS =
      Map.of("and", "&&", "AND", "&&", "or", "||", "OR", "||", "not", "!", "NOT", "!", "is", "==");

  /** More digits than a whole number of 64 bits has. */
  private static final Pattern TOO_LONG = Pattern.compile("\\d{19,}");

  private SyntaxFaults() {}

  /** Adds the first: what follows it is mostly its consequence. */
  static void add(SourceText source, List<CelIssue> issues, Faults faults) {
    CelIssue first = issues.get(0);
    int offset =
        place(
            source,
            first.getSourceLocation().getLine(),
            Math.max(0, first.getSourceLocation().getColumn()));
    String token = source.tokenAt(offset);
    if (first.getMessage().contains("recursion") || first.getMessage().contains("node count")) {
      tooDeep(source.start(), faults);
    } else if (first.getMessage().startsWith("reserved identifier")) {
      faults.add(offset, "'%s' cannot be a name".formatted(token), "choose another name");
    } else if (TOO_LONG.matcher(token).matches()) {
      faults.add(offset, "this number is too large", "write a smaller number");
    } else if (token.isEmpty()) {
      boolean bracket = first.getMessage().startsWith("missing ')'");
      faults.add(
          offset,
          bracket ? "a bracket is not closed" : "the predicate ends too early",
          bracket ? "a closing ) is missing" : "a name, a number, a text or a function is missing");
    } else {
      int not = source.whole().lastIndexOf("not", offset);
      boolean afterNot =
          not >= 0 && not + 3 <= offset && source.whole().substring(not + 3, offset).isBlank();
      String stray = afterNot ? "not" : token;
      faults.add(
          afterNot ? not : offset,
          "%s is not expected here".formatted(quoted(stray)),
          advice(source, stray));
    }
  }

  static void tooDeep(int offset, Faults faults) {
    faults.add(
        offset, "this is too deeply nested", "make it shorter, or split the rule into several");
  }

  private static String quoted(String token) {
    return token.startsWith("'") || token.startsWith("\"") ? token : "'%s'".formatted(token);
  }

  private static String advice(SourceText source, String token) {
    String sign = WORDS.get(token);
    if (sign != null) {
      return "write %s for '%s'".formatted(sign, token);
    }
    String before = source.whole().strip();
    boolean head = before.startsWith("crossing ") || before.startsWith("passage ");
    if (head && source.kind().isEmpty()) {
      String guess = Suggestion.of(token, List.of("where"));
      return "after 'crossing' or 'passage' write 'where'" + guess;
    }
    return switch (token.charAt(0)) {
      case ')', ']', '}' -> "there is no bracket that it closes, or something is missing before it";
      case '\'', '"' -> "a sign is missing before this text, such as == or a comma";
      default -> "join two conditions with && (and) or || (or)";
    };
  }

  private static int place(SourceText source, int line, int column) {
    String expression = source.expression();
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = expression.indexOf('\n', start) + 1;
    }
    return source.offset(expression.codePointCount(0, start) + column);
  }
}
