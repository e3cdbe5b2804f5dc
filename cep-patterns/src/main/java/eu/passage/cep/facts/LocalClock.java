package eu.passage.cep.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Local time without an object for each question: the offset is kept until the clocks change. Not
 * thread-safe.
 */
public final class LocalClock {

  /** Both sides of the border keep this time. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;
  private static final long MINUTE = 60_000L;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;
  private long offset;

  /** The clock of Brussels and Paris. */
  public LocalClock() {
    this(ZONE);
  }

  public LocalClock(ZoneId zone) {
    rules = zone.getRules();
  }

  /** The hour on the wall, 0 to 23. */
  public int hour(long at) {
    return (int) (Math.floorMod(at + offset(at), DAY) / HOUR);
  }

  /** Minutes since local midnight by the clock on the wall, 0 to 1439. */
  public int minute(long at) {
    return (int) (millisOfDay(at) / MINUTE);
  }

  /** Milliseconds since local midnight by the clock on the wall. */
  public long millisOfDay(long at) {
    return Math.floorMod(at + offset(at), DAY);
  }

  /** The local day, days since 1970-01-01. */
  public int day(long at) {
    return (int) Math.floorDiv(at + offset(at), DAY);
  }

  private long offset(long at) {
    if (at < from || at >= until) {
      look(at);
    }
    return offset;
  }

  private void look(long at) {
    Instant instant = Instant.ofEpochMilli(at);
    offset = 1000L * rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    // the transition at this very instant is already past
    ZoneOffsetTransition last = rules.previousTransition(instant.plusMillis(1));
    from = last == null ? Long.MIN_VALUE : last.toEpochSecond() * 1000;
    until = next == null ? Long.MAX_VALUE : next.toEpochSecond() * 1000;
  }
}
