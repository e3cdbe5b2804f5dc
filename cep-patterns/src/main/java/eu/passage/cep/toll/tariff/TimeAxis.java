package eu.passage.cep.toll.tariff;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week cut into bands; every minute is in one of them. */
public final class TimeAxis implements Axis {

  private static final long serialVersionUID = 1L;

  /** Of a week. */
  public static final int MINUTES = 7 * 24 * 60;

  private static final int DAY = 24 * 60;

  private final List<String> labels;

  /** By minute since Monday, 00:00. */
  private final byte[] bands = new byte[MINUTES];

  /**
   * @param minutes of each label, since Monday, 00:00
   * @throws IllegalArgumentException when a minute of the week is in none of them
   */
  public TimeAxis(List<String> labels, List<BitSet> minutes) {
    this.labels = List.copyOf(labels);
    for (int minute = 0; minute < MINUTES; minute++) {
      bands[minute] = (byte) band(minutes, minute);
    }
  }

  private static int band(List<BitSet> minutes, int minute) {
    for (int band = 0; band < minutes.size(); band++) {
      if (minutes.get(band).get(minute)) {
        return band;
      }
    }
    throw new IllegalArgumentException("minute " + minute + " of the week is in no band");
  }

  @Override
  public Dimension dimension() {
    return Dimension.TIME;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  /**
   * @param value local time, such as {@code 2026-03-10T08:00}
   */
  @Override
  public int band(String value) {
    try {
      LocalDateTime time = LocalDateTime.parse(value);
      int day = time.getDayOfWeek().getValue() - 1;
      return bands[day * DAY + time.getHour() * 60 + time.getMinute()];
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }
}
