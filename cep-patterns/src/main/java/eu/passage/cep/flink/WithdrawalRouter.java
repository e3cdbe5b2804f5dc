package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.followup.FollowUpSettings;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;

/**
 * Takes the withdrawal of an entry to the vehicles that it raised alerts on, whatever their keys,
 * and to no others: a list that is made anew withdraws thousands of entries at once, and a look at
 * every vehicle for each of them would take hours. Keyed by the entry.
 *
 * <p>The alerts pass through on the same way as the withdrawals, so that none can overtake the
 * other. One that comes after its entry was withdrawn is dropped.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class WithdrawalRouter
    extends KeyedCoProcessFunction<String, Alert, WatchEntry, Either<Alert, Withdrawal>> {

  private static final long serialVersionUID = 1L;

  /** Longer than any alert is on its way from the vehicle's history to here. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final FollowUpSettings settings;

  /** The vehicles by key, with the version of the entry that raised the last alert. */
  private transient MapState<String, Integer> vehicles;

  /** The version that was withdrawn. */
  private transient ValueState<Integer> withdrawn;

  private transient Counter overtaken;

  WithdrawalRouter(FollowUpSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    var keyed = new MapStateDescriptor<>("vehicles-of-entry", Types.STRING, Types.INT);
    // an alert can be closed for keepOpen, and its vehicle's file is kept twice as long after that
    keyed.enableTimeToLive(kept(settings.keepOpen().multipliedBy(3)));
    vehicles = getRuntimeContext().getMapState(keyed);
    var version = new ValueStateDescriptor<>("withdrawn-version", Types.INT);
    version.enableTimeToLive(kept(REMEMBERED));
    withdrawn = getRuntimeContext().getState(version);
    overtaken = Metrics.counter(getRuntimeContext(), Metrics.OVERTAKEN_ALERTS);
  }

  private static StateTtlConfig kept(Duration span) {
    return StateTtlConfig.newBuilder(span).cleanupFullSnapshot().build();
  }

  /** How alerts come here: all are of watch entries. */
  static String entry(Alert alert) {
    return watch(alert).getEntryId();
  }

  @Override
  public void processElement1(
      Alert alert, Context context, Collector<Either<Alert, Withdrawal>> out) throws Exception {
    int version = watch(alert).getVersion();
    Integer over = withdrawn.value();
    if (over != null && over > version) {
      overtaken.inc();
      return;
    }
    vehicles.put(alert.getVehicleKey(), version);
    out.collect(Either.Left(alert));
  }

  @Override
  public void processElement2(
      WatchEntry entry, Context context, Collector<Either<Alert, Withdrawal>> out)
      throws Exception {
    Integer over = withdrawn.value();
    if (over != null && over >= entry.getVersion()) {
      return;
    }
    withdrawn.update(entry.getVersion());
    Iterator<Map.Entry<String, Integer>> raised = vehicles.iterator();
    while (raised.hasNext()) {
      Map.Entry<String, Integer> vehicle = raised.next();
      // a later version may be in force already
      if (vehicle.getValue() < entry.getVersion()) {
        out.collect(Either.Right(new Withdrawal(vehicle.getKey(), entry)));
        raised.remove();
      }
    }
  }

  private static WatchReference watch(Alert alert) {
    WatchReference watch = alert.getWatch();
    if (watch == null) {
      throw new IllegalArgumentException(alert.getAlertId() + " is of no watch entry");
    }
    return watch;
  }
}
