package eu.passage.cep.language;

import java.util.List;

/**
 * Characters no rule may hold: those that YAML refuses, those that show that a file was saved in
 * another encoding, and invisible ones that make a text read otherwise than it is.
 */
final class Characters {

  private Characters() {}

  /** Whether all are fine; else a fault names the first that is not. */
  static boolean check(Report report, List<String> lines, int firstLine) {
    for (int i = 0; i < lines.size(); i++) {
      int column = 0;
      String line = lines.get(i);
      for (int c : line.codePoints().toArray()) {
        column++;
        if (refused(c)) {
          report.add(firstLine + i, column, message(c), advice(c));
          return false;
        }
      }
    }
    return true;
  }

  private static boolean refused(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c & 0xFFFF) >= 0xFFFD;
    };
  }

  private static String message(int c) {
    return c == 0xFFFD || c == 0
        ? "The file is not UTF-8 text: a character here could not be read."
        : "The character U+%04X, which cannot be seen, stands here.".formatted(c);
  }

  private static String advice(int c) {
    return c == 0xFFFD || c == 0
        ? "Save the file as UTF-8; editors offer it under 'Save with encoding'."
        : "Delete it; it often comes along when text is copied from a web page or a letter.";
  }
}
