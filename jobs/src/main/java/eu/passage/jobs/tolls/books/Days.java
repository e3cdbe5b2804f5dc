package eu.passage.jobs.tolls.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Local days, one after the other.
 *
 * @param last itself too
 */
public record Days(LocalDate first, LocalDate last, ZoneId zone) {

  /** One day. */
  public static Days of(LocalDate day, ZoneId zone) {
    return new Days(day, day, zone);
  }

  /** Whether a moment is on one of them. */
  public boolean has(Instant at) {
    return !at.isBefore(start()) && at.isBefore(end());
  }

  /** When the first begins; one of 23 or 25 hours too. */
  public Instant start() {
    return first.atStartOfDay(zone).toInstant();
  }

  /** When the last is over. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** With so many days more before and after. */
  public Days and(int days) {
    return new Days(first.minusDays(days), last.plusDays(days), zone);
  }
}
