package eu.passage.cep.flink;

import static eu.passage.cep.followup.WantedAlerts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.Samples;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.WantedAlerts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where withdrawals go. */
class WithdrawalRouterTest {

  private static final String MISREAD = "BE:1A8C284";

  /** Since the epoch. */
  private static final Duration START = Duration.ofDays(20_000);

  private KeyedTwoInputStreamOperatorTestHarness<
          String, Alert, WatchEntry, Either<Alert, Withdrawal>>
      router;

  private Duration clock = Duration.ZERO;
  private int read;

  @BeforeEach
  void open() throws Exception {
    router = FollowUpHarness.router();
    router.open();
    pass(START);
  }

  @AfterEach
  void close() throws Exception {
    router.close();
  }

  @Test
  void aWithdrawalGoesToEveryVehicleThatTheEntryRaisedAnAlertOnAndToNoOther() throws Exception {
    raise("W-1", WantedAlerts.KEY, 1);
    raise("W-1", MISREAD, 1);
    raise("W-2", "BE:2XYZ", 1);
    assertThat(told()).containsExactly("alert", "alert", "alert");

    withdraw("W-1", 2);
    withdraw("W-3", 2);

    assertThat(told()).containsExactlyInAnyOrder("W-1 to " + WantedAlerts.KEY, "W-1 to " + MISREAD);
  }

  @Test
  void itKnowsThemAfterARestart() throws Exception {
    raise("W-1", MISREAD, 1);
    OperatorSubtaskState state = router.snapshot(1, 1);
    router.close();
    router = FollowUpHarness.router();
    router.initializeState(state);
    router.open();
    pass(Duration.ZERO);
    read = 0;

    withdraw("W-1", 2);

    assertThat(told()).containsExactly("W-1 to " + MISREAD);
  }

  @Test
  void whatIsWithdrawnTwiceIsToldOnce() throws Exception {
    raise("W-1", MISREAD, 1);
    withdraw("W-1", 2);
    withdraw("W-1", 2);

    assertThat(told()).containsExactly("alert", "W-1 to " + MISREAD);
  }

  @Test
  void aVehicleThatTheFirstWithdrawalReachedIsNoMatterOfTheNext() throws Exception {
    raise("W-1", MISREAD, 1);
    withdraw("W-1", 2);
    raise("W-1", WantedAlerts.KEY, 3);
    withdraw("W-1", 4);

    assertThat(told())
        .containsExactly("alert", "W-1 to " + MISREAD, "alert", "W-1 to " + WantedAlerts.KEY);
  }

  @Test
  void anAlertThatTheWithdrawalOvertookIsNotTold() throws Exception {
    withdraw("W-1", 2);
    raise("W-1", MISREAD, 1);

    assertThat(told()).isEmpty();
  }

  @Test
  void anOlderWithdrawalThatComesAfterDoesNotOpenTheWayAgain() throws Exception {
    withdraw("W-1", 4);
    withdraw("W-1", 2);
    raise("W-1", MISREAD, 3);

    assertThat(told()).isEmpty();
  }

  @Test
  void aWithdrawalThatALaterVersionOvertookTakesNothingBack() throws Exception {
    raise("W-1", MISREAD, 3);
    withdraw("W-1", 2);
    raise("W-1", MISREAD, 3);

    assertThat(told()).containsExactly("alert", "alert");
  }

  @Test
  void whatNoAlertCanStandForAnyMoreIsGoneAlsoFromSavepoints() throws Exception {
    raise("W-1", MISREAD, 1);
    withdraw("W-2", 2);
    assertThat(inSavepoint()).isEqualTo(2);

    pass(Duration.ofDays(1));
    assertThat(inSavepoint()).as("the vehicle").isOne();

    pass(FollowUpSettings.DEFAULT.keepOpen().multipliedBy(3));
    assertThat(inSavepoint()).isZero();
  }

  /** Read by a machine whose clock stands at the start: time-to-live hides nothing from it. */
  private int inSavepoint() throws Exception {
    OperatorSubtaskState savepoint = router.snapshot(1, 1);
    try (var reader = FollowUpHarness.router()) {
      reader.setStateTtlProcessingTime(START.toMillis());
      reader.initializeState(savepoint);
      reader.open();
      return reader.numKeyedStateEntries();
    }
  }

  private void pass(Duration span) throws Exception {
    clock = clock.plus(span);
    router.setStateTtlProcessingTime(clock.toMillis());
    router.setProcessingTime(clock.toMillis());
  }

  private void raise(String entry, String vehicle, int version) throws Exception {
    Alert alert = seen(0, "EST-1");
    alert.setVehicleKey(vehicle);
    alert.getWatch().setEntryId(entry);
    alert.getWatch().setVersion(version);
    router.processElement1(new StreamRecord<>(alert));
  }

  private void withdraw(String id, int version) throws Exception {
    WatchEntry entry = Samples.entry(id, "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setVersion(version);
    router.processElement2(new StreamRecord<>(entry));
  }

  /** What came out since the last call. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    List<Either<Alert, Withdrawal>> all = router.extractOutputValues();
    for (; read < all.size(); read++) {
      Either<Alert, Withdrawal> one = all.get(read);
      told.add(
          one.isLeft()
              ? "alert"
              : one.right().getEntry().getEntryId() + " to " + one.right().getVehicleKey());
    }
    return told;
  }
}
