package eu.passage.jobs.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/**
 * A day of the scenario. Times of day are local.
 *
 * @param number from 0
 */
record Day(int number, LocalDate date) {

  private static final int FEW_MINUTES_AS_MILLIS = 4 * 60_000;

  boolean isWorkday() {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /** This time of day, such as {@code 02:10}. */
  Instant at(String time) {
    return date.atTime(LocalTime.parse(time)).atZone(ScenarioSettings.ZONE).toInstant();
  }

  /** Within the four minutes that begin at this time. */
  Instant about(String time, Random random) {
    return at(time).plusMillis(random.nextInt(FEW_MINUTES_AS_MILLIS));
  }

  /** Somewhere from the first time to before the second. */
  Instant between(String from, String to, Random random) {
    long span = at(to).toEpochMilli() - at(from).toEpochMilli();
    return at(from).plusMillis((long) (random.nextDouble() * span));
  }
}
