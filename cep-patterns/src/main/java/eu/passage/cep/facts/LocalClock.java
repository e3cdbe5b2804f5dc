package eu.passage.cep.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.concurrent.TimeUnit;

/**
 * What clocks and calendars of a time zone show, in a few nanoseconds: the changes of the clock
 * from 1970 to 2100 are looked up once. Exact at any other time too, only slower.
 */
public final class LocalClock {

  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  /** A slot is 2^31 ms, 24.9 days: clocks change at most once in most of them. */
  private static final int SLOT_BITS = 31;

  /** As many as there are until 2100-01-01. */
  private static final int SLOTS = (int) (4_102_444_800_000L >>> SLOT_BITS);

  private static final int ASK_THE_RULES = Integer.MIN_VALUE;

  /** Belgium; France shows the same since 1978. */
  public static final LocalClock BRUSSELS = new LocalClock(ZoneId.of("Europe/Brussels"));

  private final ZoneRules rules;

  /** Within each slot: when the clock changes, and milliseconds ahead of UTC before and after. */
  private final long[] changes = new long[SLOTS];

  private final int[] before = new int[SLOTS];
  private final int[] after = new int[SLOTS];

  public LocalClock(ZoneId zone) {
    rules = zone.getRules();
    for (int slot = 0; slot < SLOTS; slot++) {
      long start = (long) slot << SLOT_BITS;
      long end = start + (1L << SLOT_BITS);
      changes[slot] = next(start, end);
      before[slot] = (int) ask(start);
      after[slot] = (int) ask(changes[slot]);
      if (changes[slot] < end && next(changes[slot], end) < end) {
        before[slot] = ASK_THE_RULES;
      }
    }
  }

  /** 0 to 23. */
  public int hour(long epochMillis) {
    return (int) (millisOfDay(epochMillis) / HOUR);
  }

  /** 0 to 1439. */
  public int minuteOfDay(long epochMillis) {
    return (int) (millisOfDay(epochMillis) / MINUTE);
  }

  /** The local date, in days since 1970-01-01. */
  public long epochDay(long epochMillis) {
    return Math.floorDiv(epochMillis + offset(epochMillis), DAY);
  }

  /** Monday to Friday. */
  public boolean weekday(long epochMillis) {
    return Math.floorMod(epochDay(epochMillis) + 3, 7) < 5; // 1970-01-01 was a Thursday
  }

  private long millisOfDay(long epochMillis) {
    return Math.floorMod(epochMillis + offset(epochMillis), DAY);
  }

  private long offset(long epochMillis) {
    long slot = epochMillis >> SLOT_BITS;
    if (slot < 0 || slot >= SLOTS || before[(int) slot] == ASK_THE_RULES) {
      return ask(epochMillis);
    }
    return epochMillis < changes[(int) slot] ? before[(int) slot] : after[(int) slot];
  }

  private long ask(long epochMillis) {
    return rules.getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds() * 1000L;
  }

  private long next(long epochMillis, long atMost) {
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(epochMillis));
    return next == null ? atMost : Math.min(atMost, next.toEpochSecond() * 1000);
  }
}
