package eu.passage.jobs.rules;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Rules as a table, the widths as its content needs. */
final class RuleTable {

  private static final List<String> HEAD =
      List.of("RULE", "VERSION", "STATE", "AUTHOR", "SINCE", "MATCHES", "SUPPRESSED");

  /** Columns of numbers, which stand at the right. */
  private static final List<Integer> NUMBERS = List.of(1, 5, 6);

  private RuleTable() {}

  /** A line for each rule, and below it the message where there is one; nothing for no rules. */
  static String of(List<RuleRow> rows, DateTimeFormatter since) {
    if (rows.isEmpty()) {
      return "";
    }
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> cells.add(cells(row, since)));
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < cells.size(); line++) {
      text.append(line(cells.get(line), cells)).append('\n');
      if (line > 0) {
        rows.get(line - 1)
            .message()
            .lines()
            .forEach(m -> text.append("  ").append(shown(m)).append('\n'));
      }
    }
    return text.toString();
  }

  private static List<String> cells(RuleRow row, DateTimeFormatter since) {
    boolean partly = row.answered() < row.subtasks();
    String share = partly ? " (%d of %d)".formatted(row.answered(), row.subtasks()) : "";
    return List.of(
        row.id(),
        Integer.toString(row.version()),
        row.state() + share,
        shown(row.author()),
        row.since().equals(Instant.EPOCH) ? "" : since.format(row.since()),
        Long.toString(row.matches()),
        Long.toString(row.suppressed()));
  }

  /** A terminal must not obey what came over a topic. */
  private static String shown(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }

  private static String line(List<String> cells, List<List<String>> all) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      int width = all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      String space = " ".repeat(width - cells.get(i).length());
      padded.add(NUMBERS.contains(i) ? space + cells.get(i) : cells.get(i) + space);
    }
    return String.join("  ", padded).stripTrailing();
  }
}
