package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.Samples;
import eu.passage.cep.followup.WantedAlerts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;

/**
 * How long the follow-up's operators stop for withdrawals while a million vehicles have an open
 * alert: for one entry, for ten thousand that a list made anew withdraws at once, and for one entry
 * with ten thousand alerts; on the heap and in RocksDB, in processor time. Not a test: {@code main}
 * prints a line for each.
 */
final class WithdrawalCost {

  private static final int FILES = 1_000_000;
  private static final int MANY = 10_000;

  /** Others may use the machine too. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, Alert, WatchEntry, Either<Alert, Withdrawal>>
      router = FollowUpHarness.router();

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, Either<Alert, AlertAction>, Either<Alert, Withdrawal>, Alert>
      followUp = FollowUpHarness.followUp();

  private WithdrawalCost(StateBackend backend) throws Exception {
    for (var operator : List.of(router, followUp)) {
      operator.setStateBackend(backend);
      operator.open();
      operator.setProcessingTime(WantedAlerts.TEN.toEpochMilli());
    }
  }

  public static void main(String[] ignored) throws Exception {
    for (StateBackend backend :
        List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend())) {
      WithdrawalCost cost = new WithdrawalCost(backend);
      long begun = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < FILES; i++) {
        cost.raise(i, "W-" + (i < MANY ? 0 : i));
      }
      String name = backend.getClass().getSimpleName();
      System.out.printf("%s: %,d files in %.1f s%n", name, FILES, seconds(begun));
      cost.withdraw("the first entry", List.of("W-" + MANY));
      cost.withdraw("an entry with an alert", List.of("W-" + (MANY + 1)));
      cost.withdraw("an entry with %,d alerts".formatted(MANY), List.of("W-0"));
      List<String> rows = new ArrayList<>();
      List<String> silent = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        rows.add("W-" + (2 * MANY + i));
        silent.add("never-seen-" + i);
      }
      cost.withdraw("%,d entries with an alert each".formatted(MANY), rows);
      cost.withdraw("%,d entries without one".formatted(MANY), silent);
      cost.router.close();
      cost.followUp.close();
    }
  }

  private void raise(int vehicle, String entry) throws Exception {
    Alert alert = WantedAlerts.seen(0, "EST-1");
    alert.setAlertId("alert-" + vehicle);
    alert.setVehicleKey("BE:" + vehicle);
    alert.getWatch().setEntryId(entry);
    router.processElement1(new StreamRecord<>(alert, alert.getAt().toEpochMilli()));
    handOn();
    followUp.getOutput().clear();
    followUp.getSideOutput(FollowUpFunction.NOTICES).clear();
  }

  private void handOn() throws Exception {
    for (Object record : router.getOutput()) {
      @SuppressWarnings("unchecked") // the router's only kind of output
      var either = (StreamRecord<Either<Alert, Withdrawal>>) record;
      followUp.processElement2(either);
    }
    router.getOutput().clear();
  }

  private void withdraw(String what, List<String> entries) throws Exception {
    long begun = CPU.getCurrentThreadCpuTime();
    for (String id : entries) {
      WatchEntry entry = Samples.entry(id, "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");
      entry.setVersion(2);
      router.processElement2(new StreamRecord<>(entry));
    }
    double routed = seconds(begun);
    handOn();
    Queue<?> notices = followUp.getSideOutput(FollowUpFunction.NOTICES);
    System.out.printf(
        "  %s: %.3f s, of which the router %.3f s; %,d notices%n",
        what, seconds(begun), routed, notices.size());
    notices.clear();
  }

  private static double seconds(long begun) {
    return (CPU.getCurrentThreadCpuTime() - begun) / 1e9;
  }
}
