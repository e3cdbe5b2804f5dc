package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Passage;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watchlist joined with passages in the detection operator. */
class WatchlistTest {

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
  void aListedVehicleAlertsAtEveryPassageOnce() throws Exception {
    Passage first = seen("2026-03-10T10:00", PLATE);
    detection.watch(march()).pass(first, seen("2026-03-10T11:00", PLATE), first);

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:00"), local("2026-03-10T11:00"));
    Alert alert = detection.alerts().get(0);
    assertThat(alert.getKind()).isEqualTo(AlertKind.WATCHLIST);
    assertThat(alert.getRuleId()).isEqualTo("watchlist-hit");
    assertThat(alert.getLate()).isFalse();
    assertThat(alert.getWatch().getEntryId()).isEqualTo("W-1");
    assertThat(alert.getWatch().getTier()).isEqualTo(MatchTier.A);
    assertThat(alert.getRecipients()).containsExactly("police-be");
    assertThat(alert.getReason())
        .isEqualTo(
            "Car 1-ABC-234 (BE), red, listed (aggravated theft, case 2026/0042), crossed into"
                + " Belgium at EST-1 (N511) at 10:00 on 10 March. The plate is the one listed. The"
                + " entry was made 9 days ago. Where it can be next: EST-2 (N511), into France,"
                + " from 10:01; EST-3 (N511), into France, from 10:02. Observe it and report.");
    assertThat(alert.getReasons()).containsOnlyKeys("en", "fr", "nl", "de");
  }

  @Test
  void twoEntriesForOneVehicleAlertEach() throws Exception {
    WatchEntry other = entry("W-2", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    detection.watch(march()).watch(other).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getEntryId())
        .containsExactlyInAnyOrder("W-1", "W-2");
    assertThat(detection.alerts()).extracting(Alert::getAlertId).doesNotHaveDuplicates();
  }

  @Test
  void anEntryIsInForceFromItsStartUntilJustBeforeItsExpiry() throws Exception {
    detection
        .watch(entry("W-1", PLATE, "2026-03-10T10:00", "2026-03-10T12:00"))
        .pass(
            seen("2026-03-10T09:59:59.999", PLATE),
            seen("2026-03-10T10:30", PLATE),
            seen("2026-03-10T12:00", PLATE));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:30"));
  }

  @Test
  void aProposedEntryDoesNotAlertNorOneApprovedByWhoAsked() throws Exception {
    WatchEntry proposed = march();
    proposed.setStatus(WatchStatus.PROPOSED);
    proposed.setApprover(null);
    WatchEntry ownApproval = entry("W-2", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    ownApproval.setApprover(ownApproval.getRequester());
    detection.watch(proposed).watch(ownApproval).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void anEntryWithoutLegalBasisCaseOrApproverDoesNotAlert() throws Exception {
    WatchEntry noBasis = march();
    noBasis.setLegalBasis(" ");
    WatchEntry noCase = entry("W-2", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    noCase.setCaseNumber("");
    WatchEntry noApprover = entry("W-3", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    noApprover.setApprover("");
    detection.watch(noBasis).watch(noCase).watch(noApprover).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aWithdrawnEntryAlertsNoMoreAndLeavesNothing() throws Exception {
    WatchEntry withdrawn = march();
    withdrawn.setVersion(2);
    withdrawn.setStatus(WatchStatus.WITHDRAWN);
    detection.watch(march()).watch(withdrawn).pass(seen("2026-03-10T10:00", PLATE)).end();

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void anExpiredEntryLeavesTheState() throws Exception {
    detection.watch(march()).until("2026-03-31T23:59");
    assertThat(detection.stateEntries()).as("it, and that it is active").isEqualTo(2);

    detection.until("2026-04-01T00:00");

    assertThat(detection.stateEntries()).isZero();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void anEntryThatComesAgainAfterARestartOfItsSourceChangesNothing() throws Exception {
    detection.watch(march()).pass(seen("2026-03-10T10:00", PLATE)).watch(march());

    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void aNewVersionDoesNotTellOfAPassageAgain() throws Exception {
    WatchEntry extended = march();
    extended.setVersion(2);
    extended.setExpiresAt(local("2026-05-01T00:00"));
    detection
        .watch(march())
        .pass(seen("2026-03-10T10:00", PLATE))
        .watch(extended)
        .pass(seen("2026-04-10T10:00", PLATE));

    assertThat(detection.alerts()).extracting(a -> a.getWatch().getVersion()).containsExactly(1, 2);
  }

  @Test
  void anEntryThatComesShortlyAfterThePassageReportsItAsEarlier() throws Exception {
    detection
        .pass(seen("2026-03-10T09:48", PLATE))
        .until("2026-03-10T10:05")
        .watch(entry("W-1", PLATE, "2026-03-10T10:00", "2026-04-01T00:00"));

    assertThat(detection.alerts())
        .singleElement()
        .returns(true, Alert::getLate)
        .returns(local("2026-03-10T09:48"), Alert::getAt);
    assertThat(detection.reasons().get(0))
        .startsWith("Passed 17 minutes ago, before the entry was active, not now: ");
  }

  @Test
  void aPassageOfTheEntrysTimeThatItFoundAlreadyThereIsEarlierToo() throws Exception {
    detection.pass(seen("2026-03-10T09:48", PLATE)).until("2026-03-10T10:05").watch(march());

    assertThat(detection.alerts()).singleElement().returns(true, Alert::getLate);
    assertThat(detection.reasons().get(0)).contains("before the entry was known here");
  }

  @Test
  void theLookBackIsBounded() throws Exception {
    detection
        .pass(seen("2026-03-10T07:59", PLATE), seen("2026-03-10T08:01", PLATE))
        .until("2026-03-10T10:00")
        .watch(entry("W-1", PLATE, "2026-03-10T10:00", "2026-04-01T00:00"));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T08:01"));
  }

  @Test
  void theLookBackTellsOfAPassageWithAllThatWasKeptOfItAlsoAfterARestart() throws Exception {
    Passage passage = seen("2026-03-10T09:48", PLATE);
    detection.pass(passage).until("2026-03-10T10:05").restart(3).watch(march());

    assertThat(detection.alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getPassages().get(0).getPassageId())
                  .isEqualTo(passage.getPassageId());
              assertThat(alert.getPassages().get(0).getEvidence()).isEqualTo(passage.getEvidence());
            });
  }

  @Test
  void anEntrySaysItselfHowFarItLooksBack() throws Exception {
    WatchEntry notAtAll = march();
    notAtAll.setLookBackHours(0);
    WatchEntry fourHours = entry("W-2", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    fourHours.setLookBackHours(4);
    detection
        .pass(seen("2026-03-10T05:59", PLATE), seen("2026-03-10T06:01", PLATE))
        .until("2026-03-10T10:00")
        .watch(notAtAll)
        .watch(fourHours);

    assertThat(detection.alerts())
        .singleElement()
        .returns("W-2", alert -> alert.getWatch().getEntryId())
        .returns(local("2026-03-10T06:01"), Alert::getAt);
  }

  @Test
  void anEntryThatIsNotActiveYetReportsThePassagesBeforeItOnceItIs() throws Exception {
    detection
        .pass(seen("2026-03-10T10:30", PLATE))
        .until("2026-03-10T10:45")
        .watch(entry("W-1", PLATE, "2026-03-10T12:00", "2026-04-01T00:00"))
        .pass(seen("2026-03-10T11:00", PLATE))
        .until("2026-03-10T11:59")
        .restart(2);
    assertThat(detection.alerts()).isEmpty();

    detection.until("2026-03-10T12:00");

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:30"), local("2026-03-10T11:00"));
    assertThat(detection.alerts()).extracting(Alert::getLate).containsOnly(true);
  }

  @Test
  void aPassageOfBeforeThatComesLateIsReportedAsEarlierToo() throws Exception {
    detection
        .watch(entry("W-1", PLATE, "2026-03-10T12:00", "2026-04-01T00:00"))
        .until("2026-03-10T12:01")
        .pass(seen("2026-03-10T11:59", PLATE), seen("2026-03-10T09:59", PLATE));

    assertThat(detection.alerts())
        .singleElement()
        .returns(local("2026-03-10T11:59"), Alert::getAt)
        .returns(true, Alert::getLate);
  }

  @Test
  void anEntryMatchesInItsZonesItsDirectionAndItsHoursOnly() throws Exception {
    WatchEntry night = march();
    night.setToCountry("BE");
    night.setFromTime("22:00");
    night.setUntilTime("05:00");
    WatchEntry town = entry("W-2", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
    town.setZones(new ArrayList<>(List.of("town")));
    detection
        .watch(night)
        .watch(town)
        .pass(
            seen("2026-03-10T21:59", PLATE),
            seen("2026-03-10T22:00", PLATE),
            passage("2026-03-10T23:00", PLATE, "BE>FR", "EST-1"));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T22:00"));
  }

  @Test
  void aLookalikeIsConfirmedInWhateverOrderThePassagesArrive() throws Exception {
    detection
        .watch(entry("W-1", "1AOC234", "2026-03-01T00:00", "2026-04-01T00:00"))
        .pass(
            seen("2026-03-10T10:20", "1ADC234"),
            passage("2026-03-10T10:00", "1AOC234", "BE>FR", "EST-2"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getTier())
        .containsExactlyInAnyOrder(MatchTier.A, MatchTier.C);
  }

  @Test
  void entriesThatAnOlderBuildKeptAsObjectsGoOn() throws Exception {
    WatchEntry newer = march();
    newer.setVersion(2);
    newer.setStatus(WatchStatus.WITHDRAWN);
    detection
        .keptByAnOlderBuild(march())
        .restart(2)
        .pass(seen("2026-03-10T10:00", PLATE))
        .restart(3)
        .watch(newer)
        .pass(seen("2026-03-10T11:00", PLATE));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:00"));
  }

  @Test
  void aDiscreetEntryNeverSaysStop() throws Exception {
    WatchEntry discreet = march();
    discreet.setAction(WatchAction.DISCREET);
    detection.watch(discreet).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.reasons().get(0)).doesNotContainIgnoringCase("stop").contains("Discreet");
    assertThat(detection.alerts().get(0).getSeverity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aStopEntryIsUrgent() throws Exception {
    WatchEntry stop = march();
    stop.setAction(WatchAction.STOP);
    detection.watch(stop).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.reasons().get(0)).endsWith(" Stop it.");
    assertThat(detection.alerts().get(0).getSeverity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void aLetterForADigitIsTierB() throws Exception {
    detection.watch(march()).pass(seen("2026-03-10T10:00", "1A8C234"));

    assertThat(tier()).isEqualTo(MatchTier.B);
    assertThat(detection.reasons().get(0)).contains("listed as 1ABC234");
  }

  @Test
  void aLetterForADigitThatNoSyntaxSettlesIsForReview() throws Exception {
    WatchEntry personalised = entry("W-1", "B0SS", "2026-03-01T00:00", "2026-04-01T00:00");
    detection.watch(personalised).pass(seen("2026-03-10T10:00", "BOSS"));

    assertThat(tier()).isEqualTo(MatchTier.C);
  }

  @Test
  void anExactReadOfPoorConfidenceIsForReview() throws Exception {
    Passage doubtful = seen("2026-03-10T10:00", PLATE);
    doubtful.getPlate().setConfidence(0.6f);
    detection.watch(march()).pass(doubtful);

    assertThat(tier()).isEqualTo(MatchTier.C);
    assertThat(detection.alerts().get(0).getSeverity()).isEqualTo(Severity.LOW);
    assertThat(detection.reasons().get(0)).contains("To be reviewed");
  }

  @Test
  void aLookalikeOfTheSameClassIsSilentUntilASecondCameraReadThePlateAsListed() throws Exception {
    WatchEntry withO = entry("W-1", "1AOC234", "2026-03-01T00:00", "2026-04-01T00:00");
    Passage readAsD = seen("2026-03-10T10:00", "1ADC234");
    detection.watch(withO).pass(readAsD);
    assertThat(detection.alerts()).isEmpty();

    detection.pass(
        passage("2026-03-10T10:20", "1AOC234", "BE>FR", "EST-2"),
        seen("2026-03-10T11:00", "1ADC234"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getTier() + " " + a.getLate() + " " + a.getAt())
        .containsExactly(
            "A false " + local("2026-03-10T10:20"),
            "C true " + local("2026-03-10T10:00"),
            "C false " + local("2026-03-10T11:00"));
  }

  @Test
  void thePlateOfAnotherCountryIsNoHit() throws Exception {
    WatchEntry dutch = march();
    dutch.setCountry("NL");
    detection.watch(dutch).pass(seen("2026-03-10T10:00", PLATE));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aPassageThatCameLateIsNeverShownAsNow() throws Exception {
    Passage late = seen("2026-03-10T10:00", PLATE);
    late.setLate(true);
    detection.watch(march()).until("2026-03-10T22:00").pass(late);

    assertThat(detection.alerts()).singleElement().returns(true, Alert::getLate);
  }

  private MatchTier tier() {
    assertThat(detection.alerts()).hasSize(1);
    return detection.alerts().get(0).getWatch().getTier();
  }

  private static WatchEntry march() {
    return entry("W-1", PLATE, "2026-03-01T00:00", "2026-04-01T00:00");
  }

  private static Passage seen(String at, String plate) {
    return passage(at, plate, "FR>BE", "EST-1");
  }
}
