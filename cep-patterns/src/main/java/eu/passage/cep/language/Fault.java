package eu.passage.cep.language;

/**
 * What is wrong with a rule, and where.
 *
 * @param file as the author named it
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, in one sentence
 * @param advice what to write instead; empty where nothing can be said
 * @param sourceLine the line itself
 */
public record Fault(
    String file, int line, int column, String message, String advice, String sourceLine) {

  /**
   * As compilers print it: {@code file:line:column: message}, the line, a caret under the column,
   * and the advice.
   */
  public String render() {
    String caret = " ".repeat(Math.max(0, column - 1)) + "^";
    String text =
        "%s:%d:%d: %s%n  %s%n  %s".formatted(file, line, column, message, sourceLine, caret);
    return advice.isEmpty() ? text : text + System.lineSeparator() + "  " + advice;
  }
}
