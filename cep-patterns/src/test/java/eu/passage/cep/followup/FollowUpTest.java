package eu.passage.cep.followup;

import static eu.passage.cep.followup.WantedAlerts.TEN;
import static eu.passage.cep.followup.WantedAlerts.crossing;
import static eu.passage.cep.followup.WantedAlerts.read;
import static eu.passage.cep.followup.WantedAlerts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Outcome;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpTest {

  private static final FollowUpSettings SETTINGS = FollowUpSettings.DEFAULT;

  private final FollowUp followUp =
      new FollowUp(
          SETTINGS, Offences.shipped(), country -> "police of " + country, WantedAlerts.CAMERAS);
  private final Told told = new Told();
  private VehicleFile file = VehicleFile.of(null);

  @Test
  void byTheSameCameraAgainWithinMinutesGivesNoAlertOfItsOwn() {
    raise(seen(0, "EST-1"));
    raise(seen(4, "EST-1"));
    raise(seen(5, "EST-1"));

    assertThat(told.lines())
        .containsExactly("alert-0", "alert-0 REPEATED", "alert-5 after alert-0");
  }

  @Test
  void theOtherWayOverTheBorderIsToldHoweverSoon() {
    raise(crossing(0, "EST-1", "FR", "BE"));
    told.lines();
    raise(crossing(2, "EST-1", "BE", "FR"));

    assertThat(told.lines()).containsExactly("alert-2 after alert-0", "CROSSED EST-1");
  }

  @Test
  void seenElsewhereGoesOnFromTheFirstAlertUntilHoursHavePassed() {
    raise(seen(0, "EST-1"));
    raise(seen(50, "EST-2"));
    raise(seen(160, "EST-3"));
    raise(seen(280, "EST-1"));

    assertThat(told.lines())
        .containsExactly(
            "alert-0", "alert-50 after alert-0", "alert-160 after alert-0", "alert-280");
  }

  @Test
  void whatAReplayRaisesAgainIsNotToldAgain() {
    raise(seen(0, "EST-1"));
    raise(seen(0, "EST-1"));

    assertThat(told.lines()).containsExactly("alert-0");
  }

  @Test
  void anUrgentAlertThatNobodySeesIsToldOnceMore() {
    raise(seen(0, "EST-1"));
    raise(seen(2, "EST-2"));
    told.lines();
    followUp.clock(TEN.plus(SETTINGS.escalateAfter()).minusMillis(1), file, told);
    assertThat(told.lines()).isEmpty();

    followUp.clock(TEN.plus(SETTINGS.escalateAfter()), file, told);
    followUp.clock(TEN.plus(Duration.ofHours(1)), file, told);

    assertThat(told.lines()).containsExactly("alert-0 ESCALATED");
  }

  @Test
  void whatIsNotUrgentIsNotEscalated() {
    Alert low = seen(0, "EST-1");
    low.setSeverity(Severity.MEDIUM);
    raise(low);
    told.lines();
    followUp.clock(TEN.plus(Duration.ofHours(1)), file, told);

    assertThat(told.lines()).isEmpty();
  }

  @Test
  void whoAcknowledgesOneOfARowHasSeenTheRow() {
    raise(seen(0, "EST-1"));
    raise(seen(2, "EST-2"));
    told.lines();
    act("alert-2", "police-be", Outcome.OPEN);
    raise(seen(8, "EST-3"));
    followUp.clock(TEN.plus(Duration.ofHours(1)), file, told);

    assertThat(told.lines()).containsExactly("alert-2 ACKNOWLEDGED", "alert-8 after alert-0");
    assertThat(told.lastUpdate().getBy()).isEqualTo("control-room");
    assertThat(told.lastUpdate().getRecipients()).containsExactly("police-be", "ccpd-tournai");
  }

  @Test
  void closingOneClosesTheRowAndTheFile() {
    raise(seen(0, "EST-1"));
    raise(seen(20, "EST-2"));
    told.lines();
    act("alert-0", "ccpd-tournai", Outcome.CONFIRMED);

    assertThat(told.lines()).containsExactly("alert-0 CLOSED", "alert-20 CLOSED");
    assertThat(told.lastUpdate().getOutcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(file.toKeep()).isEmpty();
  }

  @Test
  void aMisreadIsNotToldAgainButThePlateAsListedIs() {
    raise(read(seen(0, "EST-1"), "1ABC284", MatchTier.C));
    act("alert-0", "police-be", Outcome.MISREAD);
    told.lines();
    raise(read(seen(60, "EST-1"), "1ABC284", MatchTier.C));
    raise(seen(61, "EST-2"));

    assertThat(told.lines()).containsExactly("alert-60 silenced", "alert-61");
  }

  @Test
  void aPlateReadAsListedIsNeverSilenced() {
    raise(seen(0, "EST-1"));
    act("alert-0", "police-be", Outcome.MISREAD);
    told.lines();
    raise(seen(60, "EST-1"));

    assertThat(told.lines()).containsExactly("alert-60");
  }

  @Test
  void whoWasNotToldCannotActNorAnybodyOnWhatIsNotOpen() {
    raise(seen(0, "EST-1"));
    told.lines();
    act("alert-0", "transport-authority", Outcome.CONFIRMED);
    act("alert-7", "police-be", Outcome.OPEN);

    assertThat(told.lines())
        .containsExactly(
            "refused: transport-authority was not told of alert alert-0",
            "refused: alert alert-7 is not open");
    assertThat(file.find("alert-0")).isPresent();
  }

  @Test
  void aWithdrawnEntryWithdrawsItsOpenAlertsAndNoOthers() {
    raise(seen(0, "EST-1"));
    Alert other = seen(1, "EST-1");
    other.getWatch().setEntryId("W-2");
    raise(other);
    told.lines();
    WatchEntry entry = withdrawn("W-1");
    entry.setWithdrawnBecause("the car was found");
    followUp.withdrawn(entry, file, TEN, told);

    assertThat(told.lines()).containsExactly("alert-0 WITHDRAWN");
    assertThat(told.lastUpdate().getComment()).isEqualTo("the car was found");
    assertThat(file.find("alert-1")).isPresent();
  }

  @Test
  void aCorrectedEntrySaysWhatTakesItsPlace() {
    raise(seen(0, "EST-1"));
    WatchEntry entry = withdrawn("W-1");
    entry.setCorrectedBy("W-9");
    followUp.withdrawn(entry, file, TEN, told);

    assertThat(told.lastUpdate().getComment()).isEqualTo("corrected by entry W-9");
  }

  @Test
  void whatNobodyClosesIsClosedInTheEnd() {
    raise(seen(0, "EST-1"));
    act("alert-0", "police-be", Outcome.OPEN);
    told.lines();
    followUp.clock(TEN.plus(SETTINGS.keepOpen()), file, told);

    assertThat(told.lines()).containsExactly("alert-0 CLOSED");
    assertThat(told.lastUpdate().getOutcome()).isEqualTo(Outcome.OPEN);
    assertThat(file.toKeep()).isEmpty();
  }

  @Test
  void anAlertOfARulePassesAndCanBeClosed() {
    Alert alert = seen(0, "EST-1");
    alert.setWatch(null);
    raise(alert);
    act("alert-0", "police-be", Outcome.MISREAD);

    assertThat(told.lines()).containsExactly("alert-0", "alert-0 CLOSED");
    assertThat(file.toKeep()).isEmpty();
  }

  private void raise(Alert alert) {
    followUp.raised(alert, file, alert.getAt(), told);
    keep();
  }

  private void act(String alert, String recipient, Outcome outcome) {
    AlertAction action =
        AlertAction.newBuilder()
            .setActionId("A-" + alert)
            .setAlertId(alert)
            .setVehicleKey(WantedAlerts.KEY)
            .setRecipient(recipient)
            .setBy("control-room")
            .setAt(TEN)
            .setOutcome(outcome)
            .build();
    followUp.acted(action, file, TEN, told);
    keep();
  }

  /** As through state: what is not kept is lost. */
  private void keep() {
    file = VehicleFile.of(file.toKeep().orElse(null));
  }

  private static WatchEntry withdrawn(String id) {
    return WatchEntry.newBuilder()
        .setEntryId(id)
        .setVersion(2)
        .setStatus(WatchStatus.WITHDRAWN)
        .setPlate(WantedAlerts.PLATE)
        .setCountry("BE")
        .setOffence("aggravated-theft")
        .setLegalBasis("art. 44/11/3")
        .setPurpose("judicial")
        .setCaseNumber("2026/0042")
        .setRequester("investigator")
        .setStartsAt(TEN)
        .setExpiresAt(TEN.plus(Duration.ofDays(30)))
        .setMadeAt(TEN)
        .setRecipients(new ArrayList<>(List.of("police-be")))
        .build();
  }
}
