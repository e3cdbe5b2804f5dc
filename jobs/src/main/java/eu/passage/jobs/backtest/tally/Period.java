package eu.passage.jobs.backtest.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The days that were tried, in local time, both ends inclusive. */
public record Period(LocalDate first, LocalDate last) {

  /** Where the cameras stand. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  public static Period of(Instant first, Instant last) {
    return new Period(first.atZone(ZONE).toLocalDate(), last.atZone(ZONE).toLocalDate());
  }

  /** How many days, at least 1. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }
}
