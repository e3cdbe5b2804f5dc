package eu.passage.cep.predicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A predicate's text taken apart: the word it starts with, and the expression. What CEL could only
 * complain about in its own words (a forgotten quote, one = for two) is found here.
 *
 * @param whole as given
 * @param kind {@code crossing} or {@code passage}; empty for an expression alone
 * @param start where the expression starts in {@code whole}; its length when there is none
 * @param canonical the same for texts that differ in white space only
 */
record SourceText(String whole, String kind, int start, String canonical) {

  /** Characters of a predicate. */
  static final int MOST = 4096;

  private static final int DEEPEST = 32;
  private static final Pattern HEAD =
      Pattern.compile("\\s*(crossing|passage)\\s*(?:$|where(?![A-Za-z0-9_]))");

  static SourceText of(String whole, Faults faults) throws PredicateException {
    if (whole.length() > MOST) {
      faults.add(
          MOST,
          String.format(
              java.util.Locale.ROOT,
              "this is %,d characters long, and %,d are the most",
              whole.length(),
              MOST),
          "split the rule into several, or use list('name') for many plates");
      faults.throwIfAny();
    }
    Matcher head = HEAD.matcher(whole);
    String kind = head.lookingAt() ? head.group(1) : "";
    int start = kind.isEmpty() ? 0 : head.end();
    boolean where = head.reset().lookingAt() && head.group().endsWith("where");
    if (whole.substring(start).isBlank() && (where || kind.isEmpty())) {
      faults.add(
          where ? start : 0,
          where ? "nothing follows 'where'" : "there is no predicate here",
          "write for example: crossing where to == 'BE'");
    }
    String canonical = scan(whole, faults);
    faults.throwIfAny();
    return new SourceText(whole, kind, start, canonical);
  }

  boolean hasExpression() {
    return start < whole.length() && !expression().isBlank();
  }

  String expression() {
    return whole.substring(start);
  }

  /** The place in the whole text of a code point of the expression. */
  int offset(int codePoint) {
    String expression = expression();
    int most = expression.codePointCount(0, expression.length());
    return start + expression.offsetByCodePoints(0, Math.max(0, Math.min(codePoint, most)));
  }

  /** The word, number, text or sign at a place; empty at the end. */
  String tokenAt(int offset) {
    Matcher token =
        Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*|[0-9.]+|'[^']*'|\"[^\"]*\"|\\S").matcher(whole);
    return token.find(Math.min(offset, whole.length())) ? token.group() : "";
  }

  private static String scan(String text, Faults faults) {
    StringBuilder canonical = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        int end = endOfText(text, i, faults);
        canonical.append(text, i, end);
        i = end - 1;
        continue;
      }
      if (Character.isWhitespace(c)) {
        if (!canonical.isEmpty() && canonical.charAt(canonical.length() - 1) != ' ') {
          canonical.append(' ');
        }
        continue;
      }
      canonical.append(c);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == DEEPEST + 1) {
        faults.add(
            i,
            "this is too deeply nested: %d brackets within one another".formatted(depth),
            "%d are the most; drop brackets that are not needed".formatted(DEEPEST));
        break;
      }
      i += sign(text, i, canonical, faults);
    }
    return canonical.toString().strip();
  }

  /** Signs that are no CEL, or not ours; says how many characters more were read. */
  private static int sign(String text, int i, StringBuilder canonical, Faults faults) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    boolean twice = c == next && "=&|".indexOf(c) >= 0;
    if (twice || ("=!<>".indexOf(c) >= 0 && next == '=')) {
      canonical.append(next);
      return 1;
    }
    switch (c) {
      case '=' -> faults.add(i, "one = compares nothing", "write == to compare");
      case '&' -> faults.add(i, "one & joins nothing", "write && for 'and'");
      case '|' -> faults.add(i, "one | joins nothing", "write || for 'or'");
      case '‘', '’', '“', '”', '„', '«', '»', '`', '´' ->
          faults.add(i, "'%c' is no quote here".formatted(c), "put texts in straight quotes: 'BE'");
      case '/' -> {
        if (next == '/') {
          faults.add(
              i,
              "comments have no place inside a predicate",
              "write them on a line of their own: # …");
        }
      }
      default -> {}
    }
    return 0;
  }

  private static int endOfText(String text, int start, Faults faults) {
    char quote = text.charAt(start);
    if (text.startsWith(String.valueOf(quote).repeat(3), start)) {
      faults.add(start, "three quotes start no text here", "one quote is enough: 'BE'");
      return text.length();
    }
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        faults.add(i, "a text has no backslash", "write the character itself");
        return text.length();
      }
      if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    faults.add(start, "this text does not end", "a closing %c is missing".formatted(quote));
    return text.length();
  }
}
