package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.Outcome;
import eu.passage.avro.PassageReference;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchReference;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.followup.FollowUpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a moved clock: what must go is gone, from state and from savepoints. */
class FollowUpRetentionTest {

  private static final FollowUpSettings SETTINGS = FollowUpSettings.DEFAULT;
  private static final Duration KEPT = SETTINGS.keepOpen().multipliedBy(2);
  private static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");
  private static final String READ_RIGHT = "BE:1A8C234";
  private static final String MISREAD = "BE:1A8C284";

  private KeyedTwoInputStreamOperatorTestHarness<
          String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert>
      operator;

  @BeforeEach
  void open() throws Exception {
    operator = FollowUpHarness.followUp();
    at(TEN);
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void aSilencedReadGoesFromStateAndFromSavepoints() throws Exception {
    raise(alert("A-1", MISREAD, "1ABC284"));
    misread("A-1", MISREAD);
    assertThat(operator.numKeyedStateEntries()).isOne();

    at(TEN.plus(KEPT).minusMillis(1));
    assertThat(inSavepoint()).as("until then it is kept").isOne();
    raise(alert("A-2", MISREAD, "1ABC284"));
    assertThat(raised()).as("and silences").containsExactly("A-1");
    restartWithoutTouching();

    at(TEN.plus(KEPT).plus(KEPT));
    assertThat(inSavepoint()).isZero();
    raise(alert("A-3", MISREAD, "1ABC284"));
    assertThat(raised()).as("nobody knows of it any more").containsExactly("A-3");
  }

  @Test
  void whereAVehicleWasExpectedGoesEvenWhereEventTimeStandsStill() throws Exception {
    Alert heading = alert("A-1", READ_RIGHT, "1ABC234");
    heading
        .getWatch()
        .getNext()
        .add(new NextPlace("Wattrelos", "N511", "FR", TEN.plus(Duration.ofMinutes(10))));
    raise(heading);

    // the alert is closed by the machine's clock, which writes the file once more
    Instant closed = TEN.plus(SETTINGS.keepOpen());
    at(TEN.plus(SETTINGS.escalateAfter()));
    at(closed);
    at(closed.plus(KEPT).minusMillis(1));
    assertThat(inSavepoint()).isOne();

    at(closed.plus(KEPT));
    assertThat(inSavepoint()).isZero();
  }

  @Test
  void anOpenAlertIsGoneWhenItsTimeIsUp() throws Exception {
    raise(alert("A-1", READ_RIGHT, "1ABC234"));
    at(TEN.plus(SETTINGS.escalateAfter()));
    assertThat(operator.numKeyedStateEntries()).isOne();

    at(TEN.plus(SETTINGS.keepOpen()));

    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(operator.numProcessingTimeTimers()).isZero();
    assertThat(inSavepoint()).isZero();
  }

  /**
   * The vehicles that a savepoint taken now holds. It is read by a machine whose clock is back at
   * the start: time-to-live hides nothing from it.
   */
  private int inSavepoint() throws Exception {
    OperatorSubtaskState savepoint = operator.snapshot(1, 1);
    try (var reader = FollowUpHarness.followUp()) {
      reader.setStateTtlProcessingTime(TEN.toEpochMilli());
      reader.initializeState(savepoint);
      reader.open();
      return reader.numKeyedStateEntries();
    }
  }

  private void restartWithoutTouching() throws Exception {
    OperatorSubtaskState savepoint = operator.snapshot(1, 1);
    operator.close();
    operator = FollowUpHarness.followUp();
    operator.setStateTtlProcessingTime(TEN.plus(KEPT).toEpochMilli());
    operator.initializeState(savepoint);
    operator.open();
  }

  private void at(Instant now) throws Exception {
    operator.setStateTtlProcessingTime(now.toEpochMilli());
    operator.setProcessingTime(now.toEpochMilli());
  }

  private void raise(Alert alert) throws Exception {
    operator.processElement2(new StreamRecord<>(Either.Left(alert), alert.getAt().toEpochMilli()));
  }

  private void misread(String alertId, String key) throws Exception {
    AlertAction action =
        AlertAction.newBuilder()
            .setActionId("action-" + alertId)
            .setAlertId(alertId)
            .setVehicleKey(key)
            .setRecipient("police-be")
            .setBy("control room")
            .setAt(TEN)
            .setOutcome(Outcome.MISREAD)
            .build();
    operator.processElement1(new StreamRecord<>(Either.Right(action)));
  }

  private List<String> raised() {
    return operator.extractOutputValues().stream().map(Alert::getAlertId).toList();
  }

  /** Of a sure match where the plate is read as listed. */
  private static Alert alert(String id, String key, String read) {
    PassageReference passage =
        PassageReference.newBuilder()
            .setPassageId("passage-" + id)
            .setCameraId("EST-" + id)
            .setCameraCountry("BE")
            .setRoad("N511")
            .setAt(TEN)
            .setPlate(read)
            .setConfidence(0.97f)
            .setEvidence(new ArrayList<>())
            .build();
    return Alert.newBuilder()
        .setAlertId(id)
        .setKind(AlertKind.WATCHLIST)
        .setRuleId("watchlist-hit")
        .setRuleVersion(1)
        .setPurpose("judicial")
        .setRecipients(new ArrayList<>(List.of("police-be", "ccpd-tournai")))
        .setAt(TEN)
        .setVehicleKey(key)
        .setPlate(read)
        .setCountry("BE")
        .setType(new TypeEstimate(VehicleType.CAR, 0.9f))
        .setColour(new ColourEstimate(Colour.RED, 0.9f))
        .setPassages(new ArrayList<>(List.of(passage)))
        .setReason("seen")
        .setWatch(
            WatchReference.newBuilder()
                .setEntryId("W-1")
                .setVersion(1)
                .setPlate("1ABC234")
                .setCountry("BE")
                .setOffence("aggravated-theft")
                .setLegalBasis("art. 44/11/3")
                .setCaseNumber("2026/0042")
                .setMadeAt(TEN)
                .setTier(read.equals("1ABC234") ? MatchTier.A : MatchTier.C)
                .setNext(new ArrayList<>())
                .build())
        .build();
  }
}
