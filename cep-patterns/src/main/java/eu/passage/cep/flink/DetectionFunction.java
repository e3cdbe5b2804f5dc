package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.history.Remembered;
import eu.passage.cep.history.VehicleHistory;
import eu.passage.cep.rules.RuleEngine;
import eu.passage.cep.watch.Watchlist;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passages and watch entries of one vehicle to alerts. Keyed by vehicle key. State: the vehicle's
 * recent passages, the watch entries of its key, what was raised already, and when to wake next.
 * Nothing of any rule is stored: see {@link RuleEngine}.
 *
 * <p>A passage that is already known (sent again, or split by a misread of the same key) goes no
 * further; all others come out at {@link SideOutputs#PASSAGES}.
 */
final class DetectionFunction extends KeyedCoProcessFunction<String, Passage, WatchEntry, Alert> {

  private static final long serialVersionUID = 1L;

  /**
   * State leaves by event time; time-to-live runs by the machine's clock and only catches what
   * stays when event time stands still. Hence several times the retention.
   */
  private static final int TIME_TO_LIVE_FACTOR = 4;

  private final DetectionSettings settings;

  private transient RuleEngine engine;
  private transient Watchlist watchlist;
  private transient AlertDesk desk;
  private transient LazyTimer timer;
  private transient ListState<Passage> passages;
  private transient ListState<WatchEntry> entries;
  private transient Counter duplicates;
  private transient Counter overflows;

  DetectionFunction(DetectionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    Duration retention = settings.history().retention();
    StateTtlConfig ttl =
        StateTtlConfig.newBuilder(retention.multipliedBy(TIME_TO_LIVE_FACTOR)).build();
    engine = new RuleEngine(settings.rules());
    watchlist = new Watchlist(settings.watch());
    desk = new AlertDesk(getRuntimeContext(), retention.multipliedBy(2), ttl);
    timer = new LazyTimer(getRuntimeContext());
    var history = new ListStateDescriptor<>("passages", StreamTypes.PASSAGE);
    history.enableTimeToLive(ttl);
    passages = getRuntimeContext().getListState(history);
    // No time-to-live: an entry may lawfully wait for months, and leaves when it expires.
    entries =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("watch-entries", StreamTypes.WATCH_ENTRY));
    duplicates = Metrics.counter(getRuntimeContext(), Metrics.DUPLICATE_PASSAGES);
    overflows = Metrics.counter(getRuntimeContext(), Metrics.HISTORY_OVERFLOWS);
  }

  @Override
  public void processElement1(Passage passage, Context context, Collector<Alert> out)
      throws Exception {
    VehicleHistory history = VehicleHistory.of(passages.get());
    if (history.repeats(passage, settings.fusion().gap())) {
      duplicates.inc();
      return;
    }
    context.output(SideOutputs.PASSAGES, passage);
    Passage remembered = Remembered.of(passage);
    history.add(remembered);
    desk.sightings(watchlist.onPassage(remembered, entries.get(), history), out);
    desk.hits(engine.onPassage(history, remembered), out);
    Instant now = Instant.ofEpochMilli(context.timerService().currentWatermark());
    history.forgetBefore(earlier(now, remembered.getAt()).minus(settings.history().retention()));
    overflows.inc(history.trimTo(settings.history().maxPassages()));
    passages.update(history.passages());
    wakeForAbsences(VehicleHistory.of(List.of(remembered)), remembered.getAt(), context);
    timer.wakeAt(forgottenAt(remembered), context.timerService());
  }

  @Override
  public void processElement2(WatchEntry entry, Context context, Collector<Alert> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    List<WatchEntry> others = new ArrayList<>();
    for (WatchEntry known : entries.get()) {
      if (!known.getEntryId().equals(entry.getEntryId())) {
        others.add(known);
      } else if (known.getVersion() >= entry.getVersion()) {
        return;
      }
    }
    if (Watchlist.approved(entry) && entry.getExpiresAt().toEpochMilli() > watermark) {
      others.add(entry);
      VehicleHistory history = VehicleHistory.of(passages.get());
      desk.sightings(watchlist.onEntry(entry, history, Instant.ofEpochMilli(watermark)), out);
      timer.wakeAt(entry.getExpiresAt().toEpochMilli(), context.timerService());
    }
    entries.update(others);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    timer.fired();
    Instant now =
        Instant.ofEpochMilli(Math.max(timestamp, context.timerService().currentWatermark()));
    VehicleHistory history = VehicleHistory.of(passages.get());
    Instant settled = now.minus(grace());
    desk.hits(engine.onTime(history, settled), out);
    history.forgetBefore(now.minus(settings.history().retention()));
    passages.update(history.passages());
    List<WatchEntry> live = new ArrayList<>();
    for (WatchEntry entry : entries.get()) {
      if (entry.getExpiresAt().isAfter(now)) {
        live.add(entry);
      }
    }
    entries.update(live);
    wakeForAbsences(history, settled, context);
    wakeAt(live.stream().mapToLong(e -> e.getExpiresAt().toEpochMilli()).min(), context);
    wakeAt(history.newest().stream().mapToLong(this::forgottenAt).findFirst(), context);
    wakeAt(desk.forget(now), context);
  }

  private void wakeForAbsences(VehicleHistory history, Instant after, Context context)
      throws IOException {
    OptionalLong due = engine.nextDue(history, after);
    if (due.isPresent()) {
      timer.wakeAt(due.getAsLong() + grace().toMillis(), context.timerService());
    }
  }

  private void wakeAt(OptionalLong time, Context context) throws IOException {
    if (time.isPresent()) {
      timer.wakeAt(time.getAsLong(), context.timerService());
    }
  }

  /** Passages come up to this much behind the watermark, since fusion waits for more frames. */
  private Duration grace() {
    return settings.fusion().emitAfter();
  }

  private long forgottenAt(Passage passage) {
    return passage.getAt().plus(settings.history().retention()).toEpochMilli() + 1;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
