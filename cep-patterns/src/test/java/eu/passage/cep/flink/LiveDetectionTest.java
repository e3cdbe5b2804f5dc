package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.truck;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.RuleSource;
import eu.passage.avro.Severity;
import eu.passage.cep.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules over the history of a vehicle: what the operator adds to the engine. */
class LiveDetectionTest {

  private static final String PLATE = "1ABC234";

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
  void anAlertCarriesAllThatExplainsIt() throws Exception {
    Passage in = passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1");
    Passage out = passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2");
    detection.pass(in, out);

    Alert alert = detection.alerts().get(0);
    assertThat(detection.alerts()).hasSize(1);
    assertThat(alert.getKind()).isEqualTo(AlertKind.SCHEDULE);
    assertThat(alert.getRuleId()).isEqualTo("night-dash");
    assertThat(alert.getRuleVersion()).isEqualTo(1);
    assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(alert.getPurpose()).isEqualTo("judicial");
    assertThat(alert.getRecipients()).containsExactly("police-be", "ccpd-tournai");
    assertThat(alert.getAt()).isEqualTo(local("2026-03-10T02:50"));
    assertThat(alert.getLate()).isFalse();
    assertThat(alert.getPlate()).isEqualTo(PLATE);
    assertThat(alert.getCountry()).isEqualTo("BE");
    assertThat(alert.getPassages())
        .extracting(PassageReference::getPassageId)
        .containsExactly(in.getPassageId(), out.getPassageId());
    assertThat(alert.getPassages().get(0).getEvidence()).isEqualTo(in.getEvidence());
    assertThat(alert.getWatch()).isNull();
    assertThat(alert.getReason())
        .startsWith("Car 1-ABC-234 (BE) – Into Belgium by night")
        .contains("entered Belgium at camera EST-1 (N511) at 02:10");
    assertThat(alert.getReasons()).containsOnlyKeys("en", "fr", "nl");
  }

  @Test
  void everyPassageIsHandedOnOnce() throws Exception {
    Passage one = passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1");
    Passage other = passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2");
    detection.pass(one, other, one, other);

    assertThat(detection.admitted()).containsExactly(one, other);
    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void aFrameSentAgainLongAfterMakesNoSecondPassage() throws Exception {
    Passage passage = passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1");
    Passage ofOneFrameOnly =
        passage("2026-03-10T02:10:00.400", PLATE, "", "EST-1"); // another id, the same moment
    detection.pass(passage).until("2026-03-10T09:00").pass(ofOneFrameOnly);

    assertThat(detection.admitted()).containsExactly(passage);
  }

  @Test
  void onceADayIsRememberedThoughTheHistoryIsAskedAgain() throws Exception {
    dash("2026-03-10", "02:50");
    dash("2026-03-11", "02:49");
    dash("2026-03-13", "02:50");

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T02:50"), local("2026-03-13T02:50"));
  }

  private void dash(String day, String out) throws Exception {
    detection.pass(
        passage(day + "T02:10", PLATE, "FR>BE", "EST-1"),
        passage(day + "T" + out, PLATE, "BE>FR", "EST-2"));
    detection.until(day + "T12:00");
  }

  @Test
  void aTruckThatDoesNotReturnIsToldAtTheMomentItIsDue() throws Exception {
    detection.pass(truck("2026-03-10T08:00", PLATE, "FR>BE", "EST-1")).until("2026-03-10T19:59");
    assertThat(detection.alerts()).isEmpty();

    detection.until("2026-03-10T20:05");

    assertThat(detection.alerts())
        .singleElement()
        .returns("truck-did-not-return", Alert::getRuleId)
        .returns(local("2026-03-10T20:00"), Alert::getAt)
        .returns(AlertKind.SCHEDULE, Alert::getKind);
  }

  @Test
  void aReturnThatFusionTellsJustBehindTheWatermarkStillCounts() throws Exception {
    detection
        .pass(truck("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T20:00:00.500")
        .pass(truck("2026-03-10T19:59:59.500", PLATE, "BE>FR", "EST-2"))
        .end();

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aTruckThatReturnsInTimeRaisesNothing() throws Exception {
    detection
        .pass(
            truck("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"),
            truck("2026-03-10T18:00", PLATE, "BE>FR", "EST-1"))
        .end();

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void atTheEndOfTheInputPendingAbsencesComeTrue() throws Exception {
    detection.pass(truck("2026-03-10T08:00", PLATE, "FR>BE", "EST-1")).end();

    assertThat(detection.alerts()).singleElement().returns(local("2026-03-10T20:00"), Alert::getAt);
    assertThat(detection.timers()).isZero();
  }

  @Test
  void aVehicleHasOneTimerHoweverOftenItPasses() throws Exception {
    for (int hour = 10; hour < 20; hour++) {
      detection.pass(truck("2026-03-10T" + hour + ":00", PLATE, "FR>BE", "EST-1"));
      detection.until("2026-03-10T" + hour + ":30");
    }

    assertThat(detection.timers()).isEqualTo(1);
  }

  @Test
  void aRestartInMidSequenceChangesNothing() throws Exception {
    List<Passage> passages =
        List.of(
            truck("2026-03-10T02:10", PLATE, "FR>BE", "EST-1"),
            truck("2026-03-10T02:50", PLATE, "BE>FR", "EST-2"),
            truck("2026-03-10T03:10", PLATE, "FR>BE", "EST-1"),
            truck("2026-03-10T03:20", PLATE, "BE>FR", "EST-2"),
            truck("2026-03-10T04:10", PLATE, "FR>BE", "EST-3"),
            truck("2026-03-10T04:50", PLATE, "BE>FR", "EST-2"),
            truck("2026-03-10T06:10", PLATE, "FR>BE", "EST-1"));
    var watched = entry("W-1", PLATE, "2026-03-01T00:00", "2026-03-10T05:00");
    List<Alert> undisturbed;
    try (DetectionHarness other = new DetectionHarness(Samples.SETTINGS)) {
      other.watch(watched).pass(passages.toArray(new Passage[0])).end();
      undisturbed = other.alerts();
    }

    detection.watch(watched).restart();
    for (Passage passage : passages) {
      detection.pass(passage).restart();
    }
    detection.end();

    assertThat(detection.alerts()).isEqualTo(undisturbed);
    assertThat(undisturbed)
        .extracting(Alert::getRuleId)
        .containsExactlyInAnyOrder(
            "watchlist-hit",
            "night-dash",
            "watchlist-hit",
            "watchlist-hit",
            "watchlist-hit",
            "watchlist-hit",
            "watchlist-hit",
            "recurring-crossings",
            "truck-did-not-return");
    assertThat(detection.timers()).isZero();
  }

  @Test
  void passagesOutOfOrderGiveTheSameAlerts() throws Exception {
    Passage in = passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1");
    Passage out = passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2");
    detection.pass(in, out);
    try (DetectionHarness other = new DetectionHarness(Samples.SETTINGS)) {
      other.pass(out, in);

      assertThat(other.alerts()).isEqualTo(detection.alerts()).hasSize(1);
    }
  }

  @Test
  void anAlertThatRestsOnALatePassageIsLate() throws Exception {
    Passage in = passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1");
    in.setLate(true);
    detection.pass(passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2"), in);

    assertThat(detection.alerts()).singleElement().returns(true, Alert::getLate);
  }

  @Test
  void aLatePassageCompletesARuleThatWaitedForEventTime() throws Exception {
    try (DetectionHarness other = withRules(RuleTexts.TURNS_ROUND)) {
      other
          .pass(passage("2026-03-10T09:00", PLATE, "FR>BE", "EST-2"))
          .until("2026-03-10T12:00")
          .pass(passage("2026-03-10T08:00", PLATE, "BE>FR", "EST-1"))
          .until("2026-03-10T12:01");

      assertThat(other.alerts()).singleElement().returns(local("2026-03-10T09:00"), Alert::getAt);
    }
  }

  @Test
  void aLatePassageThatOpensAnAbsenceAlreadyOverdueIsToldWithTheNextWatermark() throws Exception {
    try (DetectionHarness other = withRules(RuleTexts.STAYS)) {
      other
          .pass(passage("2026-03-10T07:00", PLATE, "BE>FR", "EST-2"))
          .until("2026-03-10T14:00")
          .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
          .until("2026-03-10T14:01");

      assertThat(other.alerts()).singleElement().returns(local("2026-03-10T13:00"), Alert::getAt);
      assertThat(other.timers()).isZero();
    }
  }

  @Test
  void aLateReturnKeepsAnAbsenceFromComingTrueButTakesNoneBack() throws Exception {
    try (DetectionHarness other = withRules(RuleTexts.STAYS)) {
      other
          .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
          .until("2026-03-10T12:00")
          .pass(passage("2026-03-10T09:00", PLATE, "BE>FR", "EST-1"))
          .until("2026-03-10T14:00");
      assertThat(other.alerts()).isEmpty();

      other
          .pass(passage("2026-03-10T15:00", PLATE, "FR>BE", "EST-1"))
          .until("2026-03-10T21:00")
          .pass(passage("2026-03-10T16:00", PLATE, "BE>FR", "EST-1"))
          .end();
      assertThat(other.alerts()).singleElement().returns(local("2026-03-10T20:00"), Alert::getAt);
    }
  }

  private static DetectionHarness withRules(RuleSource... rules) throws Exception {
    return new DetectionHarness(Samples.SETTINGS.withRules(List.of(rules)));
  }
}
