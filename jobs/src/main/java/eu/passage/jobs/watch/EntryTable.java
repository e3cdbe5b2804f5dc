package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Entries as a table. */
final class EntryTable {

  private static final List<String> HEAD =
      List.of(
          "ENTRY",
          "STATE",
          "VEHICLE",
          "ACTION",
          "OFFENCE",
          "CASE",
          "REQUESTER",
          "APPROVER",
          "UNTIL",
          "DAYS LEFT");

  /** The column of numbers, which stands at the right. */
  private static final Set<Integer> NUMBERS = Set.of(9);

  private EntryTable() {}

  /** The head, a line for each entry, and below it why it was refused; nothing for no entries. */
  static List<String> of(List<KnownEntries.Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> cells.add(cells(row, now)));
    List<String> aligned = TextTable.lines(cells, NUMBERS);
    List<String> lines = new ArrayList<>(aligned.subList(0, 1));
    for (int i = 0; i < rows.size(); i++) {
      lines.add(aligned.get(i + 1));
      rows.get(i).faults().forEach(fault -> lines.add("  " + Shown.text(fault)));
    }
    return lines;
  }

  private static List<String> cells(KnownEntries.Row row, Instant now) {
    WatchEntry entry = row.entry();
    return List.of(
        Shown.text(entry.getEntryId()),
        row.state().words(),
        Shown.text(EntryText.vehicle(entry)),
        EntryText.action(entry),
        Shown.text(entry.getOffence()),
        Shown.text(entry.getCaseNumber()),
        Shown.text(entry.getRequester()),
        entry.getApprover() == null ? "" : Shown.text(entry.getApprover()),
        EntryText.when(entry.getExpiresAt()),
        EntryText.daysLeft(entry, row.state(), now));
  }
}
