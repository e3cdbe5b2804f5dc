package eu.passage.cep.language;

/**
 * What is wrong with a rule, and where.
 *
 * @param file as the author named it
 * @param line from 1
 * @param column from 1, in characters (code points)
 * @param message what is wrong, in one sentence
 * @param advice what to write instead; empty where nothing can be said
 * @param sourceLine the line itself
 */
public record Fault(
    String file, int line, int column, String message, String advice, String sourceLine) {

  /** Characters of a line that are shown before and after the column; the rest is cut. */
  private static final int SHOWN = 70;

  private static final String CUT = "…";

  /**
   * As compilers print it: {@code file:line:column: message}, the line, a caret under the column,
   * and the advice.
   */
  public String render() {
    int[] characters = sourceLine.codePoints().toArray();
    int at = Math.min(Math.max(0, column - 1), characters.length);
    int from = at <= SHOWN ? 0 : at - SHOWN;
    int to = Math.min(characters.length, at + SHOWN);
    StringBuilder text = new StringBuilder("%s:%d:%d: %s%n".formatted(file, line, column, message));
    StringBuilder caret = new StringBuilder();
    text.append("  ").append(from > 0 ? CUT : "");
    caret.append("  ").append(from > 0 ? " " : "");
    for (int i = from; i < to; i++) {
      text.appendCodePoint(shown(characters[i]));
      if (i < at) {
        caret.append(characters[i] == '\t' ? '\t' : ' ');
      }
    }
    text.append(to < characters.length ? CUT : "").append(System.lineSeparator());
    text.append(caret).append('^');
    return advice.isEmpty()
        ? text.toString()
        : text.append(System.lineSeparator()).append("  ").append(advice).toString();
  }

  /** A terminal must not obey what a file holds. */
  private static int shown(int character) {
    boolean obeyed =
        character != '\t'
            && (Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE);
    return obeyed ? '\uFFFD' : character;
  }
}
