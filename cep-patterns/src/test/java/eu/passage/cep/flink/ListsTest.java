package eu.passage.cep.flink;

import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.WatchStep;
import eu.passage.cep.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of bulk lists in the detection operator. */
class ListsTest {

  private static final String PLATE = "1ABC234";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS, 2);
    detection.until("2026-03-09T00:00");
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void anUnchangedRowIsAsOldAsTheNewestMakingOfItsList() throws Exception {
    detection.watch(row(1)).made(Samples.making(1)).made(Samples.making(3)).made(Samples.making(2));

    Alert alert = seenAt("2026-03-12T12:00");
    assertThat(alert.getWatch().getMadeAt()).isEqualTo(local("2026-03-12T00:00"));
    assertThat(alert.getReason())
        .contains("List stolen was made 12 hours ago.")
        .doesNotContain("overdue");
  }

  @Test
  void theAgeOfAListSurvivesARestartWithMoreSubtasks() throws Exception {
    detection.watch(row(1)).made(Samples.making(3)).restart(3);

    assertThat(seenAt("2026-03-12T12:00").getWatch().getMadeAt())
        .isEqualTo(local("2026-03-12T00:00"));
  }

  @Test
  void theAlertOfAStaleListSaysSo() throws Exception {
    detection.watch(row(1)).made(Samples.making(1));

    assertThat(seenAt("2026-03-11T11:59").getReason()).doesNotContain("overdue");
    assertThat(seenAt("2026-03-11T12:00").getReason())
        .contains("List stolen was made 36 hours ago. A newer list is overdue: check whether");
  }

  @Test
  void aRowThatIsNewerThanWhatIsKnownOfItsListHasItsOwnAge() throws Exception {
    WatchEntry ahead = row(1);
    ahead.setMadeAt(local("2026-03-11T00:00"));
    detection.watch(ahead).made(Samples.making(1));

    assertThat(seenAt("2026-03-12T12:00").getWatch().getMadeAt())
        .isEqualTo(local("2026-03-11T00:00"));
  }

  @Test
  void aListOfWhichNoRowMatchesAnyMoreIsForgottenWithTheNextMaking() throws Exception {
    WatchListMaking other = Samples.making(1);
    other.setList("other");
    other.setExpiresAt(local("2026-04-09T00:00"));
    detection.made(Samples.making(1)).until("2026-04-01T00:00").made(other);

    WatchEntry again = row(1);
    again.setExpiresAt(local("2026-04-09T00:00"));
    again.setMadeAt(local("2026-03-02T00:00"));
    detection.watch(again);
    assertThat(seenAt("2026-04-02T00:00").getWatch().getMadeAt())
        .isEqualTo(local("2026-03-02T00:00"));
  }

  @Test
  void aRowThatAPersonTookBackStaysOutWhicheverTopicIsReadFirst() throws Exception {
    detection.watch(takenBack(2)).watch(row(1)).watch(row(2));
    detection.pass(passage("2026-03-12T12:00", PLATE, "FR>BE", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.watchEvents())
        .extracting(WatchEvent::getStep)
        .containsExactly(WatchStep.WITHDRAWN);
  }

  @Test
  void whoTakesARowBackWhileAMakingWritesItHoldsIt() throws Exception {
    detection.watch(row(1)).watch(row(2)).watch(takenBack(2));
    detection.pass(passage("2026-03-12T12:00", PLATE, "FR>BE", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aLaterVersionBringsItAgainAndItsEndLeavesNothing() throws Exception {
    detection.watch(takenBack(2)).restart(1).watch(row(4));
    assertThat(seenAt("2026-03-12T12:00").getWatch().getVersion()).isEqualTo(4);

    detection.end();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void whatWasTakenBackIsForgottenWhenItWouldHaveExpired() throws Exception {
    detection.watch(row(1)).watch(takenBack(2)).listen().until("2026-04-01T00:00");

    assertThat(detection.stateEntries()).isZero();
    assertThat(detection.watchEvents()).as("it was over before").isEmpty();
  }

  @Test
  void soIsWhatWasTakenBackBeforeItsRowCame() throws Exception {
    detection.watch(takenBack(2)).until("2026-03-31T23:59");
    assertThat(detection.stateEntries()).isOne();

    detection.until("2026-04-01T00:00");
    assertThat(detection.stateEntries()).isZero();
  }

  private Alert seenAt(String local) throws Exception {
    detection.listen().pass(passage(local, PLATE, "FR>BE", "EST-1"));
    assertThat(detection.alerts()).hasSize(1);
    return detection.alerts().get(0);
  }

  private static WatchEntry row(int version) {
    WatchEntry row = Samples.entry("L-1", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    row.setList("stolen");
    row.setVersion(version);
    return row;
  }

  private static WatchEntry takenBack(int version) {
    WatchEntry row = row(version);
    row.setStatus(WatchStatus.WITHDRAWN);
    row.setWithdrawnBy("patrol");
    row.setWithdrawnByHand(true);
    return row;
  }
}
