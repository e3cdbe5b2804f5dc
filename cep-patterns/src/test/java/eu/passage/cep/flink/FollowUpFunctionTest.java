package eu.passage.cep.flink;

import static eu.passage.cep.followup.WantedAlerts.crossing;
import static eu.passage.cep.followup.WantedAlerts.heading;
import static eu.passage.cep.followup.WantedAlerts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.Samples;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.WantedAlerts;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code FollowUp} with Flink's state and timers. */
class FollowUpFunctionTest {

  private static final FollowUpSettings SETTINGS = FollowUpSettings.DEFAULT;
  private static final long TEN = WantedAlerts.TEN.toEpochMilli();

  private KeyedTwoInputStreamOperatorTestHarness<
          String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert>
      operator;

  @BeforeEach
  void open() throws Exception {
    operator = FollowUpHarness.followUp();
    operator.open();
    operator.setProcessingTime(TEN);
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void alertsPassAndEveryRecipientIsTold() throws Exception {
    raise(crossing(0, "EST-1", "BE", "FR"));

    assertThat(operator.extractOutputValues())
        .extracting(Alert::getAlertId)
        .containsExactly("alert-0");
    assertThat(notices())
        .extracting(n -> n.getKind() + " " + n.getRecipient())
        .containsExactly(
            "ALERT police-be", "ALERT ccpd-tournai", "CROSSED police-be", "CROSSED ccpd-tournai");
  }

  @Test
  void anAlertOfARuleComesByTheOtherWay() throws Exception {
    Alert alert = seen(0, "EST-1");
    alert.setWatch(null);
    operator.processElement1(new StreamRecord<>(Either.Left(alert), TEN));
    act("alert-0", Outcome.OPEN);

    assertThat(updates())
        .extracting(AlertUpdate::getState)
        .containsExactly(AlertState.ACKNOWLEDGED);
  }

  @Test
  void anUrgentAlertThatNobodySeesIsToldAgainByTheMachinesClock() throws Exception {
    raise(seen(0, "EST-1"));
    operator.setProcessingTime(TEN + SETTINGS.escalateAfter().toMillis() - 1);
    assertThat(updates()).isEmpty();

    operator.setProcessingTime(TEN + SETTINGS.escalateAfter().toMillis());

    assertThat(updates()).extracting(AlertUpdate::getState).containsExactly(AlertState.ESCALATED);
  }

  @Test
  void aVehicleThatDoesNotArriveIsCalledOffByEventTime() throws Exception {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 10));
    operator.processBothWatermarks(mark(24));
    assertThat(kinds()).doesNotContain(NoticeKind.TURNED_OFF);

    operator.processBothWatermarks(mark(25));

    assertThat(kinds()).contains(NoticeKind.TURNED_OFF);
  }

  @Test
  void aWithdrawalReachesEveryRecipientAfterARestartToo() throws Exception {
    raise(seen(0, "EST-1"));
    restart();

    WatchEntry entry = Samples.entry("W-1", "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");
    operator.processElement2(
        new StreamRecord<>(Either.Right(new Withdrawal(WantedAlerts.KEY, entry))));

    assertThat(updates())
        .extracting(u -> u.getAlertId() + " " + u.getState())
        .containsExactly("alert-0 WITHDRAWN");
    assertThat(notices())
        .extracting(Notice::getRecipient)
        .containsExactly("police-be", "ccpd-tournai");
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void whatIsClosedLeavesNothing() throws Exception {
    raise(seen(0, "EST-1"));
    act("alert-0", Outcome.CONFIRMED);

    assertThat(updates()).extracting(AlertUpdate::getOutcome).containsExactly(Outcome.CONFIRMED);
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void whatNobodyClosesIsGoneInTheEndAndTheSilencedReadsToo() throws Exception {
    raise(seen(0, "EST-1"));
    Alert misread = WantedAlerts.read(seen(1, "EST-2"), "1ABC284", MatchTier.C);
    misread.setVehicleKey("BE:1A8C284");
    raise(misread);
    operator.processElement1(action("alert-1", "BE:1A8C284", Outcome.MISREAD));
    assertThat(operator.numKeyedStateEntries()).isEqualTo(2);

    operator.setProcessingTime(TEN + SETTINGS.keepOpen().toMillis());
    assertThat(updates()).extracting(AlertUpdate::getState).endsWith(AlertState.CLOSED);
    operator.setStateTtlProcessingTime(TEN + 3 * SETTINGS.keepOpen().toMillis());
    raise(WantedAlerts.read(seen(120, "EST-2"), "1ABC284", MatchTier.C));

    assertThat(operator.extractOutputValues())
        .extracting(Alert::getAlertId)
        .containsExactly("alert-0", "alert-1", "alert-120");
  }

  @Test
  void aRecipientThatNobodyConfiguredIsADeadLetterAndTheOthersAreTold() throws Exception {
    Alert alert = seen(0, "EST-1");
    alert.getRecipients().add("police-xy");
    raise(alert);

    assertThat(notices()).hasSize(2);
    DeadLetter letter = side(SideOutputs.DEAD_LETTERS).get(0);
    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.INVALID_FIELD);
    assertThat(letter.getMessage())
        .isEqualTo(
            "alert alert-0 is for police-xy, which detection.recipients does not name: nobody was"
                + " told");
  }

  @Test
  void anActionThatCannotBeDoneIsADeadLetterAndAnAnswerToWhoActed() throws Exception {
    act("alert-9", Outcome.OPEN);

    DeadLetter letter = side(SideOutputs.DEAD_LETTERS).get(0);
    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.ACTION_REFUSED);
    assertThat(letter.getMessage()).isEqualTo("alert alert-9 is not open");
    assertThat(letter.getOrigin()).isEqualTo("action A-alert-9");
    assertThat(notices())
        .extracting(n -> n.getRecipient() + " " + n.getUpdate().getState())
        .containsExactly("police-be REFUSED");
    assertThat(updates()).as("nothing became of the alert").isEmpty();
  }

  private void raise(Alert alert) throws Exception {
    operator.processElement2(new StreamRecord<>(Either.Left(alert), alert.getAt().toEpochMilli()));
  }

  private void act(String alert, Outcome outcome) throws Exception {
    operator.processElement1(action(alert, WantedAlerts.KEY, outcome));
  }

  private static StreamRecord<Either<Alert, AlertAction>> action(
      String alert, String key, Outcome outcome) {
    return new StreamRecord<>(
        Either.Right(
            AlertAction.newBuilder()
                .setActionId("A-" + alert)
                .setAlertId(alert)
                .setVehicleKey(key)
                .setRecipient("police-be")
                .setBy("control-room")
                .setAt(WantedAlerts.TEN)
                .setOutcome(outcome)
                .build()));
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = operator.snapshot(1, TEN);
    operator.close();
    operator = FollowUpHarness.followUp();
    operator.initializeState(state);
    operator.open();
    operator.setProcessingTime(TEN);
  }

  private static Watermark mark(int minute) {
    return new Watermark(TEN + Duration.ofMinutes(minute).toMillis());
  }

  private List<Notice> notices() {
    return side(FollowUpFunction.NOTICES);
  }

  private List<NoticeKind> kinds() {
    return notices().stream().map(Notice::getKind).toList();
  }

  private List<AlertUpdate> updates() {
    return side(FollowUpFunction.UPDATES);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    Queue<StreamRecord<T>> told = operator.getSideOutput(tag);
    return told == null
        ? List.of()
        : Stream.of(told).flatMap(Queue::stream).map(StreamRecord::getValue).toList();
  }
}
