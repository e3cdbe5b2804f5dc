package eu.passage.cep.predicate;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of every day, from one minute to before another; over midnight when the first is later.
 *
 * @param from minutes since midnight, 0 to 1439
 * @param to minutes since midnight, 1 to 1440
 */
record DayTime(int from, int to) {

  private static final int HOUR = 60;

  /** Midnight as the end of a day. */
  static final int END = 24 * HOUR;

  private static final Pattern SHAPE = Pattern.compile("(\\d\\d):(\\d\\d)");

  /** Minutes since midnight of {@code HH:MM}, up to 24:00; empty for anything else. */
  static OptionalInt minutes(String text) {
    Matcher clock = SHAPE.matcher(text);
    if (!clock.matches()) {
      return OptionalInt.empty();
    }
    int minute = Integer.parseInt(clock.group(2));
    int minutes = Integer.parseInt(clock.group(1)) * HOUR + minute;
    return minute < HOUR && minutes <= END ? OptionalInt.of(minutes) : OptionalInt.empty();
  }

  boolean has(int minute) {
    return from < to ? from <= minute && minute < to : minute >= from || minute < to;
  }

  /** A bit for each hour that it touches. */
  int hours() {
    return hours(true);
  }

  /** A bit for each hour that it does not fill. */
  int hoursOutside() {
    return hours(false);
  }

  private int hours(boolean inside) {
    int hours = 0;
    for (int minute = 0; minute < END; minute++) {
      hours |= has(minute) == inside ? 1 << (minute / HOUR) : 0;
    }
    return hours;
  }
}
