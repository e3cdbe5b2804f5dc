package eu.passage.cep.trucks.bans;

import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.Holidays;
import eu.passage.cep.wording.Wording;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Hours of certain days, local time of Brussels and Paris.
 *
 * @param days on which they begin
 * @param holidays whether public holidays of the point's country are among those days
 * @param from minutes after midnight
 * @param to minutes after midnight, exclusive; 1440 is the day's end, and what is not after {@code
 *     from} lies on the day after
 */
public record Closure(Set<DayOfWeek> days, OnHolidays holidays, int from, int to)
    implements Serializable {

  /** What a public holiday is to a closure. */
  public enum OnHolidays {
    /** A day of the week like others. */
    AS_USUAL,
    /** Closed, whatever day of the week it is. */
    CLOSED,
    /** Open, whatever day of the week it is. */
    OPEN
  }

  public Closure {
    days = Set.copyOf(days);
  }

  /**
   * Whether it is closed then.
   *
   * @param country whose public holidays count, ISO 3166-1 alpha-2
   */
  boolean holds(Instant at, String country) {
    LocalDateTime local = LocalDateTime.ofInstant(at, Wording.ZONE);
    LocalDate today = local.toLocalDate();
    int minute = local.getHour() * 60 + local.getMinute();
    if (from < to) {
      return minute >= from && minute < to && begins(today, country);
    }
    return (minute >= from && begins(today, country))
        || (minute < to && begins(today.minusDays(1), country));
  }

  private boolean begins(LocalDate day, String country) {
    boolean listed = days.contains(day.getDayOfWeek());
    return switch (holidays) {
      case AS_USUAL -> listed;
      case CLOSED -> listed || isHoliday(day, country);
      case OPEN -> listed && !isHoliday(day, country);
    };
  }

  private static boolean isHoliday(LocalDate day, String country) {
    return Holidays.isHoliday(CountryCode.of(country), day.toEpochDay());
  }

  /** {@code 22:00}. */
  String begin() {
    return text(from);
  }

  /** {@code 06:00}, or {@code 24:00}. */
  String end() {
    return text(to);
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
