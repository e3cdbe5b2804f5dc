package eu.passage.jobs.rules;

import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules as a table, the widths as its content needs. */
final class RuleTable {

  private static final List<String> HEAD =
      List.of("RULE", "VERSION", "STATE", "AUTHOR", "SINCE", "MATCHES", "SUPPRESSED");

  /** Columns of numbers, which stand at the right. */
  private static final Set<Integer> NUMBERS = Set.of(1, 5, 6);

  private RuleTable() {}

  /** A line for each rule, and below it the message where there is one; nothing for no rules. */
  static String of(List<RuleRow> rows, DateTimeFormatter since) {
    if (rows.isEmpty()) {
      return "";
    }
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> cells.add(cells(row, since)));
    StringBuilder text = new StringBuilder();
    List<String> lines = TextTable.lines(cells, NUMBERS);
    for (int line = 0; line < lines.size(); line++) {
      text.append(lines.get(line)).append('\n');
      if (line > 0) {
        rows.get(line - 1)
            .message()
            .lines()
            .forEach(m -> text.append("  ").append(Shown.text(m)).append('\n'));
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
        Shown.text(row.author()),
        row.since().equals(Instant.EPOCH) ? "" : since.format(row.since()),
        Long.toString(row.matches()),
        Long.toString(row.suppressed()));
  }
}
