package eu.passage.cep.toll.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.CameraCount;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilentTimesTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final Camera CAMERA = Samples.CAMERAS.find("EST-1").orElseThrow();
  private static final SilentTimes HOUR = new SilentTimes(Duration.ofHours(1));
  private static final int SLOT = 300;

  @Test
  void aCameraThatCountsAllTheTimeIsNeverSilent() {
    assertThat(silent(DAY, everyFiveMinutes(DAY))).isEmpty();
  }

  @Test
  void aSilenceOfTheSettingOrLongerIsToldFromTheEndOfASlotToTheBeginOfTheNext() {
    List<Instant> slots = everyFiveMinutes(DAY);
    slots.removeIf(slot -> isWithin(slot, "2026-03-10T12:00", "2026-03-10T13:00"));
    slots.removeIf(slot -> isWithin(slot, "2026-03-10T15:00", "2026-03-10T15:55"));

    assertThat(silent(DAY, slots)).containsExactly(down("2026-03-10T12:00", "2026-03-10T13:00"));
  }

  @Test
  void aSilenceOverMidnightCountsInWholeAndIsCutToTheDay() {
    List<Instant> slots = everyFiveMinutes(DAY);
    slots.removeIf(slot -> isWithin(slot, "2026-03-09T23:30", "2026-03-10T00:40"));
    slots.removeIf(slot -> isWithin(slot, "2026-03-10T23:20", "2026-03-11T00:50"));

    assertThat(silent(DAY, slots))
        .containsExactly(
            down("2026-03-10T00:00", "2026-03-10T00:40"),
            down("2026-03-10T23:20", "2026-03-11T00:00"));
  }

  @Test
  void aCameraThatToldNothingIsSilentTheWholeDayOf23Or24Or25Hours() {
    for (String day : List.of("2026-03-10", "2026-03-29", "2026-10-25")) {
      LocalDate date = LocalDate.parse(day);

      assertThat(silent(date, List.of()))
          .containsExactly(
              new CameraDown(
                  "EST-1",
                  "EST-1",
                  date.atStartOfDay(BRUSSELS).toInstant(),
                  date.plusDays(1).atStartOfDay(BRUSSELS).toInstant()));
    }
    assertThat(hours(silent(LocalDate.parse("2026-03-29"), List.of()).get(0))).isEqualTo(23);
    assertThat(hours(silent(LocalDate.parse("2026-10-25"), List.of()).get(0))).isEqualTo(25);
  }

  @Test
  void theHourThatComesTwiceIsTwoHours() {
    LocalDate autumn = LocalDate.parse("2026-10-25");
    List<Instant> slots = everyFiveMinutes(autumn);
    Instant first = Instant.parse("2026-10-25T00:00:00Z"); // 02:00 summer time
    slots.removeIf(slot -> !slot.isBefore(first) && slot.isBefore(first.plusSeconds(7_200)));

    assertThat(silent(autumn, slots))
        .containsExactly(new CameraDown("EST-1", "EST-1", first, first.plusSeconds(7_200)));
  }

  @Test
  void whatIsNotKnownYetIsNoSilence() {
    Instant from = DAY.atStartOfDay(BRUSSELS).toInstant();
    Instant noon = Samples.local("2026-03-10T12:00");
    List<CameraCount> counts =
        everyFiveMinutes(DAY).stream()
            .filter(slot -> slot.isBefore(noon))
            .map(SilentTimesTest::count)
            .toList();

    assertThat(HOUR.of(CAMERA, counts, from, until(DAY), noon.plusSeconds(3_599))).isEmpty();
    assertThat(HOUR.of(CAMERA, counts, from, until(DAY), noon.plusSeconds(3_600)))
        .containsExactly(down("2026-03-10T12:00", "2026-03-10T13:00"));
    assertThat(HOUR.of(CAMERA, List.of(), from, until(DAY), from.minusSeconds(60))).isEmpty();
  }

  @Test
  void aCameraWhereNobodyIsChargedIsOfNoInterest() {
    Camera elsewhere = new Camera("X", "BE", "N1", "z", 50, 3, null, null, false);

    assertThat(
            HOUR.of(
                elsewhere,
                List.of(),
                DAY.atStartOfDay(BRUSSELS).toInstant(),
                until(DAY),
                Instant.MAX))
        .isEmpty();
  }

  @Test
  void aSettingThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new SilentTimes(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("silentAfter");
  }

  private static List<CameraDown> silent(LocalDate day, List<Instant> slots) {
    return HOUR.of(
        CAMERA,
        slots.stream().map(SilentTimesTest::count).toList(),
        day.atStartOfDay(BRUSSELS).toInstant(),
        until(day),
        until(day).plus(Duration.ofDays(1)));
  }

  private static Instant until(LocalDate day) {
    return day.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
  }

  /** From an hour before the day to an hour after it. */
  private static List<Instant> everyFiveMinutes(LocalDate day) {
    List<Instant> slots = new ArrayList<>();
    Instant end = until(day).plusSeconds(3_600);
    for (Instant slot = day.atStartOfDay(BRUSSELS).toInstant().minusSeconds(3_600);
        slot.isBefore(end);
        slot = slot.plusSeconds(SLOT)) {
      slots.add(slot);
    }
    return slots;
  }

  private static boolean isWithin(Instant slot, String from, String until) {
    return !slot.isBefore(Samples.local(from)) && slot.isBefore(Samples.local(until));
  }

  private static CameraDown down(String from, String until) {
    return new CameraDown("EST-1", "EST-1", Samples.local(from), Samples.local(until));
  }

  private static long hours(CameraDown down) {
    return Duration.between(down.from(), down.until()).toHours();
  }

  private static CameraCount count(Instant slot) {
    return CameraCount.newBuilder()
        .setCameraId("EST-1")
        .setChargingPoint("EST-1")
        .setRoad("N511")
        .setStartsAt(slot)
        .setSlotMs(1_000 * SLOT)
        .setPlatesRead(1)
        .setRevision(1)
        .build();
  }
}
