package eu.passage.cep.language;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where the characters of a YAML scalar's value stand in the text. YAML drops quotes, resolves
 * escapes and folds lines, but the characters that are no blanks stay in their order: so they are
 * counted.
 */
final class ScalarPlaces {

  private ScalarPlaces() {}

  /**
   * The index in the text of the value's character at {@code offset}; of what stands at or behind
   * the value's end, the index behind its last character.
   */
  static int index(String text, ScalarNode node, int offset) {
    ScalarStyle style = node.getScalarStyle();
    String value = node.getValue();
    int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
    int raw = start(text, node, style);
    int blanks = 0;
    for (int i = 0; i < Math.min(offset, value.length()); i++) {
      if (blank(value.charAt(i))) {
        blanks++;
      } else {
        raw = skipBlanks(text, raw, end, style);
        raw = Math.min(end, raw + width(text, raw, style));
        blanks = 0;
      }
    }
    boolean atBlank = offset >= value.length() || blank(value.charAt(offset));
    return atBlank
        ? raw + Math.min(blanks, lineRest(text, raw))
        : skipBlanks(text, raw, end, style);
  }

  private static int start(String text, ScalarNode node, ScalarStyle style) {
    int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
    return switch (style) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> start + 1;
      case LITERAL, FOLDED -> {
        int lineEnd = text.indexOf('\n', start);
        yield lineEnd < 0 ? text.length() : lineEnd + 1;
      }
      default -> start;
    };
  }

  private static int skipBlanks(String text, int from, int end, ScalarStyle style) {
    int raw = from;
    while (raw < end) {
      if (blank(text.charAt(raw))) {
        raw++;
      } else if (style == ScalarStyle.DOUBLE_QUOTED
          && text.charAt(raw) == '\\'
          && "\n tnr".indexOf(text.charAt(raw + 1)) >= 0) {
        raw += 2;
      } else {
        break;
      }
    }
    return Math.min(raw, end);
  }

  /** How many characters of the text make the one character of the value. */
  private static int width(String text, int raw, ScalarStyle style) {
    char c = raw < text.length() ? text.charAt(raw) : ' ';
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return c == '\'' ? 2 : 1;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED && c == '\\') {
      return switch (text.charAt(raw + 1)) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return 1;
  }

  private static int lineRest(String text, int raw) {
    int lineEnd = text.indexOf('\n', raw);
    return (lineEnd < 0 ? text.length() : lineEnd) - raw;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
