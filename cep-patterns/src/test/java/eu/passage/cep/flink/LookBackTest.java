package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At which moment an entry looks back, and from which. */
class LookBackTest {

  private static final String PLATE = "1ABC234";
  private static final String OVER = "2026-04-01T00:00";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void beforeEventTimeBeginsTheLatestPassageTellsHowLateItIs() throws Exception {
    detection
        .pass(seen("2026-03-10T05:00"), seen("2026-03-10T10:00"))
        .watch(entry("W-1", PLATE, "2026-03-01T00:00", OVER));

    assertThat(told()).containsExactly(local("2026-03-10T10:00"));
  }

  @Test
  void oneThatBeganByTheMachinesClockLooksBackWhenEventTimeComesThere() throws Exception {
    detection
        .restartAt("2026-03-10T12:30")
        .until("2026-03-10T11:30")
        .pass(seen("2026-03-10T11:00"))
        .watch(entry("W-1", PLATE, "2026-03-10T12:00", OVER));
    assertThat(told()).isEmpty();

    detection.until("2026-03-10T12:00");

    assertThat(told()).containsExactly(local("2026-03-10T11:00"));
  }

  @Test
  void whatBeginsForOneEntryTellsNothingForAnotherThatDoesNot() throws Exception {
    WatchEntry later = entry("W-2", PLATE, "2026-03-10T12:00", OVER);
    detection
        .pass(seen("2026-03-10T10:30"))
        .until("2026-03-10T10:45")
        .watch(entry("W-1", PLATE, "2026-03-10T11:00", OVER))
        .watch(later)
        .until("2026-03-10T11:59");
    assertThat(detection.alerts()).extracting(LookBackTest::entryOf).containsExactly("W-1");

    detection.until("2026-03-10T12:00");
    assertThat(detection.alerts()).extracting(LookBackTest::entryOf).containsExactly("W-1", "W-2");
  }

  @Test
  void aPassageOfBeforeThatComesJustAsItBeginsIsToldToo() throws Exception {
    detection
        .watch(entry("W-1", PLATE, "2026-03-10T12:00", OVER))
        .until("2026-03-10T12:00")
        .pass(seen("2026-03-10T11:59"));

    assertThat(told()).containsExactly(local("2026-03-10T11:59"));
  }

  @Test
  void aWildcardThatIsKnownBeforeItBeginsLooksBackFromItsStart() throws Exception {
    WatchEntry wildcard = entry("W-1", "1AB?2*", "2026-03-10T12:00", OVER);
    wildcard.setCountry("");
    wildcard.setType(VehicleType.CAR);
    detection
        .pass(seen("2026-03-10T09:00"))
        .until("2026-03-10T10:00")
        .watch(wildcard)
        .pass(seen("2026-03-10T11:00"))
        .until("2026-03-10T12:00");

    assertThat(told()).containsExactly(local("2026-03-10T11:00"));
  }

  private List<Instant> told() {
    return detection.alerts().stream().map(Alert::getAt).toList();
  }

  private static String entryOf(Alert alert) {
    return alert.getWatch().getEntryId();
  }

  private static Passage seen(String at) {
    return passage(at, PLATE, "FR>BE", "EST-1");
  }
}
