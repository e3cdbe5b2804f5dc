package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Where and at which hours of the day an entry matches. One that says it in a way nobody
 * understands matches nowhere: wider than asked for is never lawful.
 *
 * @param zones {@link NameCode}s of zones; empty for all
 * @param to the country that must be entered, a {@link CountryCode}; none for every passage
 * @param from local minute of the day from which on it matches
 * @param until local minute of the day from which on it no longer matches; below from: over
 *     midnight
 */
record Scope(int[] zones, int to, int from, int until) {

  private static final int DAY = 24 * 60;
  private static final int NOWHERE = -1;
  private static final Scope NEVER = new Scope(new int[0], NOWHERE, 0, DAY);

  static Scope of(WatchEntry entry) {
    int[] zones = entry.getZones().stream().mapToInt(NameCode::of).toArray();
    String toCountry = entry.getToCountry();
    int to = CountryCode.of(toCountry);
    if (toCountry != null && to == CountryCode.NONE) {
      return NEVER;
    }
    try {
      int from = minute(entry.getFromTime(), 0);
      int until = minute(entry.getUntilTime(), DAY);
      return from == until ? new Scope(zones, to, 0, DAY) : new Scope(zones, to, from, until);
    } catch (DateTimeException e) {
      return NEVER;
    }
  }

  private static int minute(@Nullable String time, int absent) {
    if (time == null || time.isBlank()) {
      return absent;
    }
    LocalTime parsed = LocalTime.parse(time);
    return parsed.getHour() * 60 + parsed.getMinute();
  }

  /**
   * Whether the passage is one of those asked about.
   *
   * @param zone the {@link NameCode} of its camera's zone
   */
  boolean covers(PassageFacts passage, int zone) {
    return (to == CountryCode.NONE || passage.to() == to)
        && coversZone(zone)
        && (from == 0 && until >= DAY || coversTime(passage));
  }

  private boolean coversZone(int zone) {
    for (int covered : zones) {
      if (covered == zone) {
        return true;
      }
    }
    return zones.length == 0;
  }

  private boolean coversTime(PassageFacts passage) {
    int minute = LocalClock.BRUSSELS.minuteOfDay(passage.at());
    return from < until ? minute >= from && minute < until : minute >= from || minute < until;
  }
}
