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

  /** Ascending; the day in the upper bits, a bit for each hour below. */
  private long[] entries;

  private int size;

  DayLog() {
    this(NONE, 0);
  }

  DayLog(long[] entries, int size) {
    this.entries = entries;
    this.size = size;
  }

  DayLog copy() {
    return new DayLog(size == 0 ? NONE : Arrays.copyOf(entries, size), size);
  }

  /**
   * Notes a passage.
   *
   * @param day days since 1970-01-01, local
   * @param hour 0 to 23, local
   */
  public void add(int day, int hour) {
    int place = size;
    while (place > 0 && day(place - 1) > day) {
      place--;
    }
    if (place > 0 && day(place - 1) == day) {
      entries[place - 1] |= 1L << hour;
      return;
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1) + 2);
    }
    System.arraycopy(entries, place, entries, place + 1, size - place);
    entries[place] = (long) day << HOURS | 1L << hour;
    size++;
  }

  /** Forgets days before this one. */
  public void forgetBefore(int day) {
    int n = 0;
    while (n < size && day(n) < day) {
      n++;
    }
    if (n > 0) {
      System.arraycopy(entries, n, entries, 0, size - n);
      size -= n;
    }
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
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
