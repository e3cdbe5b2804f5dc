package eu.passage.cep.history;

import java.util.Arrays;

/**
 * The local days on which a subject was seen, and in which hours: eight bytes a day, however often
 * it passed.
 */
public final class DayLog {

  static final int HOURS = 24;
  private static final long HOUR_MASK = (1L << HOURS) - 1;
  private static final long[] NONE = {};

  /**
   * Ascending; the day in the upper bits, a bit for each hour below. Never longer than it has to
   * be: of most vehicles one day is all that is kept, and for weeks.
   */
  private long[] entries;

  DayLog() {
    this(NONE);
  }

  DayLog(long[] entries) {
    this.entries = entries;
  }

  DayLog copy() {
    return new DayLog(isEmpty() ? NONE : entries.clone());
  }

  /**
   * Notes a passage.
   *
   * @param day days since 1970-01-01, local
   * @param hour 0 to 23, local
   */
  public void add(int day, int hour) {
    int place = entries.length;
    while (place > 0 && day(place - 1) > day) {
      place--;
    }
    if (place > 0 && day(place - 1) == day) {
      entries[place - 1] |= 1L << hour;
      return;
    }
    long[] more = Arrays.copyOf(entries, entries.length + 1);
    System.arraycopy(entries, place, more, place + 1, entries.length - place);
    more[place] = (long) day << HOURS | 1L << hour;
    entries = more;
  }

  /** Forgets days before this one. */
  public void forgetBefore(int day) {
    int n = 0;
    while (n < entries.length && day(n) < day) {
      n++;
    }
    if (n > 0) {
      entries = n == entries.length ? NONE : Arrays.copyOfRange(entries, n, entries.length);
    }
  }

  public int size() {
    return entries.length;
  }

  public boolean isEmpty() {
    return entries.length == 0;
  }

  /** The day at a place, the oldest first. */
  public int day(int place) {
    return (int) (entries[place] >> HOURS);
  }

  /** A bit for each hour of it. */
  public int hours(int place) {
    return (int) (entries[place] & HOUR_MASK);
  }
}
