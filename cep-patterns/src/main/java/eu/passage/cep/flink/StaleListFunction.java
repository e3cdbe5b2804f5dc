package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.alerts.OperatorAlerts;
import eu.passage.cep.watch.ListAge;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells operators of a list that is stale: when it becomes so, and again each day until a newer
 * making comes or none of its rows matches any more. By the machine's clock: that a list did not
 * come is no event. Keyed by list.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class StaleListFunction extends KeyedProcessFunction<String, WatchListMaking, Alert> {

  private static final long serialVersionUID = 1L;

  /**
   * A job that reads the topic from its beginning meets makings that newer ones behind them have
   * long replaced: nothing is told until these had time to come.
   */
  static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration AGAIN_AFTER = Duration.ofDays(1);

  private transient ValueState<WatchListMaking> newest;

  /** For how many whole days it was stale when it was told of last. */
  private transient ValueState<Long> told;

  private transient ValueState<Long> timer;

  @Override
  public void open(OpenContext context) {
    newest =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("list-making", StreamTypes.WATCH_LIST_MAKING));
    told = getRuntimeContext().getState(new ValueStateDescriptor<>("stale-told", Types.LONG));
    timer = getRuntimeContext().getState(new ValueStateDescriptor<>("stale-timer", Types.LONG));
  }

  @Override
  public void processElement(WatchListMaking making, Context context, Collector<Alert> out)
      throws Exception {
    WatchListMaking known = newest.value();
    if (known != null && known.getMaking() >= making.getMaking()) {
      return;
    }
    newest.update(making);
    told.clear();
    TimerService timers = context.timerService();
    Instant now = Instant.ofEpochMilli(timers.currentProcessingTime());
    wakeAt(later(ListAge.of(making).staleAt(), now.plus(GRACE)), timers);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    timer.clear();
    WatchListMaking making = newest.value();
    if (making == null) {
      return;
    }
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    if (!making.getExpiresAt().isAfter(now)) {
      newest.clear();
      told.clear();
      return;
    }
    Instant staleAt = ListAge.of(making).staleAt();
    long days = Duration.between(staleAt, now).dividedBy(AGAIN_AFTER);
    Long before = told.value();
    if (before == null || before < days) {
      told.update(days);
      out.collect(OperatorAlerts.listStale(making, days));
    }
    Instant again = staleAt.plus(AGAIN_AFTER.multipliedBy(days + 1));
    Instant expiry = making.getExpiresAt();
    wakeAt(again.isBefore(expiry) ? again : expiry, context.timerService());
  }

  private void wakeAt(Instant at, TimerService timers) throws Exception {
    Long before = timer.value();
    if (before != null) {
      timers.deleteProcessingTimeTimer(before);
    }
    timers.registerProcessingTimeTimer(at.toEpochMilli());
    timer.update(at.toEpochMilli());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
