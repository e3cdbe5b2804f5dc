package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.WantedAlerts;
import eu.passage.cep.notices.Recipients;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;

/** The follow-up's two operators, each in Flink's harness. */
final class FollowUpHarness {

  private FollowUpHarness() {}

  static KeyedTwoInputStreamOperatorTestHarness<
          String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert>
      followUp() throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<
            String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert>(
            new KeyedCoProcessOperator<>(
                new FollowUpFunction(
                    FollowUpSettings.DEFAULT, Recipients.DEFAULT, WantedAlerts.CAMERAS)),
            FollowUpHarness::acted,
            FollowUpHarness::vehicle,
            Types.STRING);
    harness.setup(
        StreamTypes.ALERT.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  static KeyedTwoInputStreamOperatorTestHarness<
          String, Alert, WatchEntry, Either<Alert, Withdrawal>>
      router() throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<
            String, Alert, WatchEntry, Either<Alert, Withdrawal>>(
            new KeyedCoProcessOperator<>(new WithdrawalRouter(FollowUpSettings.DEFAULT)),
            WithdrawalRouter::entry,
            WatchEntry::getEntryId,
            Types.STRING);
    harness.setup(
        StreamTypes.ALERT_OR_WITHDRAWAL.createSerializer(
            harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static String acted(Either<Alert, AlertAction> input) {
    return input.isLeft() ? input.left().getVehicleKey() : input.right().getVehicleKey();
  }

  private static String vehicle(Either<Alert, Withdrawal> input) {
    return input.isLeft() ? input.left().getVehicleKey() : input.right().getVehicleKey();
  }
}
