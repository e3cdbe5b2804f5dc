package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day an event belongs to: for the table and the files alike. */
final class LocalDays {

  private LocalDays() {}

  static LocalDate of(TollEvent event, ZoneId zone) {
    return LocalDate.ofInstant(event.getAt(), zone);
  }
}
