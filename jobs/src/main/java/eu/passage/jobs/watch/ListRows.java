package eu.passage.jobs.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.EntryPlates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of a list to entries: what all have in common, and what each row says. */
final class ListRows {

  /** More faults help nobody; they are counted. */
  private static final int FAULTS_SHOWN = 20;

  private final WatchEntry common;
  private final Recipients recipients;
  private final List<String> shown = new ArrayList<>();
  private int faultyRows;

  /**
   * @param common what all entries have, of which id, plate and country are of no use
   */
  ListRows(WatchEntry common, String list, Instant madeAt, String approver, Recipients recipients) {
    this.common =
        WatchEntry.newBuilder(common)
            .setStatus(WatchStatus.APPROVED)
            .setApprover(approver.strip())
            .setList(list)
            .setMadeAt(madeAt)
            .build();
    this.recipients = recipients;
  }

  /** What all entries have, of which id, plate and country are of no use. */
  WatchEntry common() {
    return common;
  }

  /** Looks for faults in a row. */
  void check(int number, ListFile.Row row) {
    List<String> faults = new ArrayList<>();
    WatchEntry entry = entry(row, faults);
    if (!EntryPlates.isExact(entry.getPlate())) {
      faults.add("'%s' is no whole plate: a list has no others".formatted(entry.getPlate()));
    }
    faults.addAll(EntryFaults.of(entry, recipients));
    if (!faults.isEmpty()) {
      faultyRows++;
      faults.stream()
          .limit(Math.max(0, FAULTS_SHOWN - shown.size()))
          .forEach(fault -> shown.add("row %d: %s".formatted(number, fault)));
    }
  }

  /** The first faults of the rows checked, and how many rows have any; nothing where none has. */
  List<String> faults() {
    if (faultyRows == 0) {
      return List.of();
    }
    List<String> all = new ArrayList<>(shown);
    all.add(String.format(Locale.ROOT, "%,d rows have faults", faultyRows));
    return all;
  }

  /** The entry of a row that was checked; its id and version are yet to be set. */
  WatchEntry entry(ListFile.Row row) {
    return entry(row, new ArrayList<>());
  }

  private WatchEntry entry(ListFile.Row row, List<String> faults) {
    String make = row.field("make");
    return WatchEntry.newBuilder(common)
        .setPlate(EntryPlates.normalise(row.field("plate")))
        .setCountry(row.field("country").toUpperCase(Locale.ROOT))
        .setCaseNumber(or(row.field("case"), common.getCaseNumber()))
        .setOffence(or(row.field("offence"), common.getOffence()))
        .setType(
            row.field("type").isEmpty()
                ? common.getType()
                : Draft.named(row.field("type"), VehicleType.UNKNOWN, "type", "it", faults))
        .setColour(
            row.field("colour").isEmpty()
                ? common.getColour()
                : Draft.named(row.field("colour"), Colour.UNKNOWN, "colour", "it", faults))
        .setMake(make.isEmpty() ? common.getMake() : make)
        .build();
  }

  private static String or(String said, String common) {
    return said.isEmpty() ? common : said;
  }
}
