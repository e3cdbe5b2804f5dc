package eu.passage.jobs.backtest.report;

import java.util.List;
import java.util.function.UnaryOperator;

/** Texts in columns: the first to the left, numbers to the right. */
final class Columns {

  private static final String GAP = "  ";

  private Columns() {}

  /**
   * The rows as lines.
   *
   * @param rows all of one length, the first is the header
   * @param header makes the header stand out
   */
  static String align(List<List<String>> rows, UnaryOperator<String> header) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = rows.get(r).get(i);
        String pad = " ".repeat(widths[i] - cell.length());
        boolean left = i == 0 || rows.stream().skip(1).anyMatch(new TextColumn(i));
        line.append(i == 0 ? "" : GAP).append(left ? cell + pad : pad + cell);
      }
      String done = line.toString().stripTrailing();
      text.append(r == 0 ? header.apply(done) : done).append(System.lineSeparator());
    }
    return text.toString();
  }

  /** Whether a column holds texts. */
  private record TextColumn(int column) implements java.util.function.Predicate<List<String>> {
    @Override
    public boolean test(List<String> row) {
      return row.get(column).chars().anyMatch(Character::isLetter);
    }
  }
}
