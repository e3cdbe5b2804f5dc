package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.Samples;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which reads wait for another camera's, and for how long: nothing is kept without need. */
class DoubtfulReadsTest {

  private static final String LISTED = "1ABC238";
  private static final String ONE_MISREAD = "1ABC233";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS, 4);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void whatWaitsGoesWhenItCanNoLongerBeConfirmed() throws Exception {
    detection
        .watch(listed())
        .pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"))
        .until("2026-03-10T12:00:01.499");
    int waiting = detection.stateEntries();
    int timers = detection.timers();

    detection.until("2026-03-10T12:00:01.500");

    assertThat(detection.stateEntries()).isEqualTo(waiting - 1);
    assertThat(detection.timers()).isEqualTo(timers - 1);
  }

  @Test
  void whereEventTimeStandsStillItGoesByTheMachinesClock() throws Exception {
    long timeToLive = Samples.SETTINGS.history().retention().multipliedBy(2).toMillis();
    detection
        .watch(listed())
        .pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"))
        .machineTime(timeToLive)
        .pass(sure("2026-03-10T10:30", "EST-2"));

    assertThat(told()).containsExactly("A now 10:30");
  }

  @Test
  void whatWaitsGoesWithTheEntry() throws Exception {
    detection.watch(listed()).pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"));
    int waiting = detection.stateEntries();

    detection.watch(withdrawn());

    assertThat(detection.stateEntries()).as("it, and what waited").isEqualTo(waiting - 2);
  }

  @Test
  void whatWaitsGoesWhenTheEntryExpires() throws Exception {
    detection
        .watch(entry("W-1", LISTED, "2026-03-01T00:00", "2026-03-10T11:00"))
        .pass(misread("2026-03-10T10:30", ONE_MISREAD, "EST-1"));
    int waiting = detection.stateEntries();

    detection.until("2026-03-10T11:00");

    assertThat(detection.stateEntries()).as("it, and what waited").isEqualTo(waiting - 2);
  }

  @Test
  void nothingBeginsToWaitForWhatIsOnlyProposed() throws Exception {
    Passage misread = misread("2026-03-10T10:00", ONE_MISREAD, "EST-1");
    detection.watch(proposed("W-1")).pass(misread);

    assertThat(detection.stateEntries())
        .as("the proposal, and what every vehicle leaves")
        .isEqualTo(1 + 2);
  }

  @Test
  void whatIsSurelyAnotherVehicleDoesNotWait() throws Exception {
    WatchEntry alike = listed();
    alike.setPlate("2XHJ378");
    detection.watch(alike).pass(passage("2026-03-10T10:00", "ZXHJ378", "FR>BE", "EST-1"));

    assertThat(detection.stateEntries())
        .as("the entry, and what every vehicle leaves")
        .isEqualTo(1 + 2);
  }

  @Test
  void whatWaitedTooLongIsGoneThoughAnotherStillWaits() throws Exception {
    detection
        .watch(listed())
        .pass(
            misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"),
            misread("2026-03-10T11:00", ONE_MISREAD, "EST-1"))
        .until("2026-03-10T12:00:02")
        .pass(sure("2026-03-10T11:59", "EST-2"));

    assertThat(told()).contains("C earlier 11:00").doesNotContain("C earlier 10:00");
  }

  @Test
  void whatWaitsDoesNotGoOnWaitingForWhatIsOnlyProposed() throws Exception {
    detection
        .watch(listed())
        .watch(proposed("W-2"))
        .pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"));
    int waiting = detection.stateEntries();

    detection.watch(withdrawn());

    assertThat(detection.stateEntries()).as("what waited").isEqualTo(waiting - 1);
  }

  @Test
  void whatWaitsGoesWhenTheEntryIsNoLongerApproved() throws Exception {
    detection.watch(listed()).pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"));
    int waiting = detection.stateEntries();
    WatchEntry again = proposed("W-1");
    again.setVersion(2);

    detection.watch(again);

    assertThat(detection.stateEntries()).as("what waited").isEqualTo(waiting - 1);
  }

  @Test
  void ofTooManyThatWaitTheFirstIsForgotten() throws Exception {
    detection.watch(listed());
    for (int minute = 10; minute <= 30; minute++) {
      detection.pass(misread("2026-03-10T10:" + minute, ONE_MISREAD, "EST-1"));
    }
    detection.pass(sure("2026-03-10T10:40", "EST-2"));

    assertThat(told())
        .hasSize(1 + 20)
        .contains("C earlier 10:11")
        .doesNotContain("C earlier 10:10");
  }

  private List<String> told() {
    return detection.alerts().stream()
        .filter(alert -> alert.getWatch() != null)
        .map(DoubtfulReadsTest::line)
        .toList();
  }

  private static String line(Alert alert) {
    return alert.getWatch().getTier()
        + (alert.getLate() ? " earlier " : " now ")
        + alert.getAt().atZone(ZoneId.of("Europe/Brussels")).toLocalTime();
  }

  private static WatchEntry listed() {
    return entry("W-1", LISTED, "2026-03-01T00:00", "2026-04-01T00:00");
  }

  private static WatchEntry proposed(String id) {
    WatchEntry proposed = entry(id, LISTED, "2026-03-01T00:00", "2026-04-01T00:00");
    proposed.setStatus(WatchStatus.PROPOSED);
    proposed.setApprover(null);
    return proposed;
  }

  private static WatchEntry withdrawn() {
    WatchEntry withdrawn = listed();
    withdrawn.setVersion(2);
    withdrawn.setStatus(WatchStatus.WITHDRAWN);
    return withdrawn;
  }

  private static Passage sure(String at, String camera) {
    return passage(at, LISTED, "FR>BE", camera);
  }

  private static Passage misread(String at, String read, String camera) {
    Passage passage = passage(at, read, "FR>BE", camera);
    passage.setPlate(plate(read, 0.6, LISTED, 0.3));
    return passage;
  }
}
