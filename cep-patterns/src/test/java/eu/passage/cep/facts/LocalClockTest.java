package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

  private static final long HOUR = 3_600_000;
  private static final List<Long> AROUND =
      List.of(-2 * HOUR, -HOUR, -1L, 0L, 1L, HOUR - 1, HOUR, 2 * HOUR);

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Brussels", "Europe/London", "Africa/Casablanca", "UTC", "Asia/Kathmandu"})
  void aroundEveryChangeOfTheClockItShowsWhatJavaShows(String name) {
    ZoneId zone = ZoneId.of(name);
    LocalClock clock = new LocalClock(zone);
    Instant at = Instant.parse("1990-01-01T00:00:00Z");
    Instant end = Instant.parse("2060-12-31T00:00:00Z");
    while (at.isBefore(end)) {
      for (long millis : AROUND) {
        assertShowsTheSame(clock, zone, at.toEpochMilli() + millis);
      }
      ZoneOffsetTransition next = zone.getRules().nextTransition(at);
      at = next == null ? end : next.getInstant();
    }
  }

  @Property(tries = 2000)
  void anyTimeIsThatOfJava(
      @ForAll @LongRange(min = -HOUR * 1_000_000, max = HOUR * 2_000_000) long at) {
    assertShowsTheSame(LocalClock.BRUSSELS, ZoneId.of("Europe/Brussels"), at);
  }

  @Property(tries = 2000)
  void twoChangesWithinAMonthAreBothKept(
      @ForAll @LongRange(min = 315_532_800_000L, max = 1_500_000_000_000L) long at) {
    String restless = "Africa/Cairo"; // out of summer time for Ramadan and back, 2010 and 2014
    assertShowsTheSame(new LocalClock(ZoneId.of(restless)), ZoneId.of(restless), at);
  }

  @Test
  void franceShowsWhatBelgiumShowsSince1978() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    long end = Instant.parse("2060-01-01T00:00:00Z").toEpochMilli();
    for (long at = Instant.parse("1978-01-01T00:00:00Z").toEpochMilli(); at < end; at += HOUR) {
      assertThat(LocalClock.BRUSSELS.hour(at))
          .isEqualTo(
              paris.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() == 7200
                  ? (int) ((at / HOUR + 2) % 24)
                  : (int) ((at / HOUR + 1) % 24));
    }
  }

  private static void assertShowsTheSame(LocalClock clock, ZoneId zone, long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    assertThat(clock.hour(at)).as("hour at %s", local).isEqualTo(local.getHour());
    assertThat(clock.minuteOfDay(at))
        .as("minute at %s", local)
        .isEqualTo(local.getHour() * 60 + local.getMinute());
    assertThat(clock.epochDay(at))
        .as("day at %s", local)
        .isEqualTo(local.toLocalDate().toEpochDay());
    assertThat(clock.weekday(at))
        .as("weekday at %s", local)
        .isEqualTo(local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
  }
}
