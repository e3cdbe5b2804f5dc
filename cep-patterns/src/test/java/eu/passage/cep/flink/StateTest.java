package eu.passage.cep.flink;

import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.truck;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.history.SubjectHistory;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What is kept, and that it leaves. */
class StateTest {

  private static final String PLATE = "1ABC234";
  private static final HistorySettings DEFAULT = HistorySettings.DEFAULT;

  @Test
  void aPassageOlderThanTheRetentionLeavesWithItsRecord() throws Exception {
    Passage old = passage("2026-03-10T10:00", PLATE, "FR>BE", "EST-1");
    Passage young = passage("2026-03-10T11:00", PLATE, "BE>FR", "EST-2");
    Passage now = passage("2026-03-12T10:30", PLATE, "FR>BE", "EST-1");
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      detection.pass(old, young).until("2026-03-12T10:29");
      assertThat(detection.recorded(old)).isTrue();

      detection.pass(now);

      assertThat(detection.history("BE", PLATE).size()).isEqualTo(2);
      assertThat(detection.recorded(old)).isFalse();
      assertThat(detection.recorded(young)).isTrue();
      assertThat(detection.recorded(now)).isTrue();
    }
  }

  @Test
  void ofMorePassagesThanAreKeptTheOldestLeaveWithTheirRecords() throws Exception {
    DetectionSettings three =
        Samples.SETTINGS.withHistory(new HistorySettings(DEFAULT.retention(), 3, DEFAULT.habits()));
    try (DetectionHarness detection = new DetectionHarness(three)) {
      Passage[] passages = new Passage[5];
      for (int i = 0; i < passages.length; i++) {
        passages[i] = passage("2026-03-10T1" + i + ":00", PLATE, "", "EST-1");
        detection.pass(passages[i]).until("2026-03-10T1" + i + ":10");
      }

      assertThat(detection.history("BE", PLATE).size()).isEqualTo(3);
      assertThat(passages)
          .extracting(detection::recorded)
          .containsExactly(false, false, true, true, true);
    }
  }

  @Test
  void aBusThatPassesTwoHundredTimesADayForSixtyDaysStaysSmall() throws Exception {
    Duration every = Duration.ofDays(1).dividedBy(200);
    Instant at = local("2026-03-10T00:00");
    int most = 0;
    int mostBytes = 0;
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      for (int i = 0; i < 60 * 200; i++) {
        at = at.plus(every);
        String crossing = i % 2 == 0 ? "FR>BE" : "BE>FR";
        detection.pass(passage(at, PLATE, crossing, "EST-1", VehicleType.BUS));
        detection.watermark(at.toEpochMilli());
        if (i % 200 == 0) {
          SubjectHistory history = detection.history("BE", PLATE);
          most = Math.max(most, history.size());
          mostBytes = Math.max(mostBytes, bytes(history));
        }
      }
      SubjectHistory history = detection.history("BE", PLATE);

      // 48 hours hold 400 passages; event time is one behind, and so is what a first passage opens
      assertThat(most).isBetween(400, 402);
      assertThat(mostBytes).isLessThan(4_000);
      assertThat(history.days().size()).isBetween(28, 30);
      assertThat(history.told().size()).isLessThanOrEqualTo(5);
      assertThat(detection.timers()).isZero();
      assertThat(detection.admitted()).hasSize(60 * 200);
    }
  }

  private static int bytes(SubjectHistory history) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    SubjectHistorySerializer.INSTANCE.serialize(history, out);
    return out.length();
  }

  @Test
  void afterItsTimeToLiveNothingIsKnownOfAVehicleAlsoWhereEventTimeStandsStill() throws Exception {
    long timeToLive = DEFAULT.habits().plus(DEFAULT.retention()).toMillis();
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      detection.machineTime(1);
      for (int vehicle = 100; vehicle < 200; vehicle++) {
        detection.pass(passage("2026-03-10T10:00", "1ABC" + vehicle, "FR>BE", "EST-1"));
      }
      assertThat(detection.stateEntries()).isEqualTo(200);

      detection.machineTime(timeToLive);
      assertThat(detection.history("BE", "1ABC100").size()).isEqualTo(1);

      detection.machineTime(timeToLive + Duration.ofHours(25).toMillis());
      assertThat(detection.history("BE", "1ABC100").size()).isZero();
    }
  }

  @Test
  void whatIsTooOldOfVehiclesThatNeverComeAgainIsSweptOutAsEventTimeGoesOn() throws Exception {
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS, 2)) {
      Passage once = passage("2026-03-10T10:00", PLATE, "FR>BE", "EST-1");
      detection.until("2026-03-10T09:00").pass(once);
      for (int vehicle = 100; vehicle < 150; vehicle++) {
        detection.pass(passage("2026-03-10T10:00", "1ABC" + vehicle, "FR>BE", "EST-1"));
      }
      detection.until("2026-03-11T10:00").until("2026-03-12T09:00");
      assertThat(detection.recorded(once)).isTrue();

      for (int day = 13; day < 16; day++) {
        detection.until("2026-03-" + day + "T10:30");
      }
      assertThat(detection.recorded(once)).isFalse();
      assertThat(detection.history("BE", PLATE).size()).isZero();
      assertThat(detection.history("BE", PLATE).days().size()).isEqualTo(1);

      for (int day = 5; day < 10; day++) {
        detection.until("2026-04-0" + day + "T10:30");
      }
      assertThat(detection.stateEntries()).isZero();
    }
  }

  @Test
  void aPassageSetsNoTimerUnlessItsVehicleHasToBeLookedAtAgain() throws Exception {
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      for (int vehicle = 100; vehicle < 120; vehicle++) {
        detection.pass(passage("2026-03-10T10:00", "1ABC" + vehicle, "FR>BE", "EST-1"));
      }
      assertThat(detection.timers()).isZero();

      for (int vehicle = 100; vehicle < 105; vehicle++) {
        detection.pass(truck("2026-03-10T10:00", "1TRK" + vehicle, "FR>BE", "EST-1"));
      }
      assertThat(detection.timers()).isEqualTo(5);
    }
  }
}
