package eu.passage.jobs.backtest.input;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads ISO-8601 times off bytes: {@code 2026-03-02T02:10:00.250+01:00}. Seconds and their fraction
 * may be left out, the offset may not; a blank may stand for the T. Not for several threads.
 */
final class IsoTime {

  private static final long DAY = 86_400_000;
  private static final int MINUTE = 60_000;

  /** What follows the date is the same day for thousands of lines. */
  private int lastDate;

  private long lastDay;

  /** Milliseconds since the epoch; what is finer is cut. */
  long parse(byte[] text, int from, int to) throws RefusedException {
    if (to - from < "2026-03-02T02:10Z".length()
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || (text[from + 10] != 'T' && text[from + 10] != ' ')
        || text[from + 13] != ':') {
      throw Refusal.TIME.exception();
    }
    int year = two(text, from, 99) * 100 + two(text, from + 2, 99);
    long day = day(year, two(text, from + 5, 12), two(text, from + 8, 31));
    int millis = (two(text, from + 11, 23) * 60 + two(text, from + 14, 59)) * MINUTE;
    int at = from + 16;
    if (text[at] == ':') {
      require(at + 3 < to);
      millis += two(text, at + 1, 59) * 1000;
      at += 3;
      if (text[at] == '.' || text[at] == ',') {
        int first = ++at;
        for (int worth = 100; at < to && isDigit(text[at]); at++, worth /= 10) {
          millis += (text[at] - '0') * worth;
        }
        require(at > first && at < to);
      }
    }
    return day * DAY + millis - offset(text, at, to);
  }

  private long day(int year, int month, int dayOfMonth) throws RefusedException {
    int date = (year * 100 + month) * 100 + dayOfMonth;
    if (date != lastDate) {
      try {
        lastDay = LocalDate.of(year, month, dayOfMonth).toEpochDay();
        lastDate = date;
      } catch (DateTimeException e) {
        throw Refusal.TIME.exception();
      }
    }
    return lastDay;
  }

  private static int offset(byte[] text, int at, int to) throws RefusedException {
    if (text[at] == 'Z') {
      require(at + 1 == to);
      return 0;
    }
    require(text[at] == '+' || text[at] == '-');
    int length = to - at;
    require(length == 3 || length == 5 || (length == 6 && text[at + 3] == ':'));
    int minutes = two(text, at + 1, 18) * 60;
    if (length > 3) {
      minutes += two(text, to - 2, 59);
    }
    return (text[at] == '-' ? -minutes : minutes) * MINUTE;
  }

  private static int two(byte[] text, int at, int most) throws RefusedException {
    require(isDigit(text[at]) && isDigit(text[at + 1]));
    int value = (text[at] - '0') * 10 + text[at + 1] - '0';
    require(value <= most);
    return value;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static void require(boolean fits) throws RefusedException {
    if (!fits) {
      throw Refusal.TIME.exception();
    }
  }
}
