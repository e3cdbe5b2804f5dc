package eu.passage.jobs.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines in columns that are as wide as their content needs. */
public final class TextTable {

  private TextTable() {}

  /**
   * One text for each line of cells, without spaces at its end.
   *
   * @param cells line by line, each with the same number of cells
   * @param numbers columns, from 0, that stand at the right
   */
  public static List<String> lines(List<List<String>> cells, Set<Integer> numbers) {
    List<String> lines = new ArrayList<>();
    for (List<String> line : cells) {
      List<String> padded = new ArrayList<>();
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        String space = " ".repeat(width(column, cells) - cell.length());
        padded.add(numbers.contains(column) ? space + cell : cell + space);
      }
      lines.add(String.join("  ", padded).stripTrailing());
    }
    return lines;
  }

  private static int width(int column, List<List<String>> cells) {
    return cells.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
