package eu.passage.cep.flink.tolls;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.trucks.bans.Bans;
import eu.passage.cep.trucks.bans.Breach;
import eu.passage.cep.trucks.bans.BreachNews;
import eu.passage.cep.trucks.bans.ControlSettings;
import eu.passage.cep.trucks.bans.ControlWriter;
import eu.passage.cep.trucks.bans.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds trucks against bans: {@link BreachNews} with its state and timers. Keyed by the vehicle of
 * the drafts that {@link TruckJoinFunction} gives, so that front and rear of a truck are one
 * passage. A draft that was taken back is forgotten; what was told before of it stays told.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class ControlFunction extends KeyedProcessFunction<String, TollEvent, ControlEvent> {

  private static final long serialVersionUID = 1L;

  private final Bans bans;
  private final ControlSettings settings;

  private transient BreachNews news;
  private transient ControlWriter writer;

  /** Passages at points that bans look at, by id. */
  private transient MapState<String, TollEvent> passages;

  /** When the passages were that somebody was told of, by ban and passage. */
  private transient MapState<String, Long> told;

  ControlFunction(Bans bans, ControlSettings settings) {
    this.bans = bans;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    news = new BreachNews(bans, settings);
    writer = new ControlWriter();
    passages = state("control-passages", StreamTypes.TOLL_EVENT);
    told = state("control-told", Types.LONG);
  }

  /**
   * Twice as long as needed: the clock of the machine forgets, and events may lag behind it. On the
   * heap each access sweeps one vehicle: with Flink's five, copying what they hold took most of all
   * time, and a passage accesses more than one time anyway.
   */
  private <T> MapState<String, T> state(String name, TypeInformation<T> type) {
    var descriptor = new MapStateDescriptor<>(name, Types.STRING, type);
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(kept().multipliedBy(2))
            .cleanupFullSnapshot()
            .cleanupIncrementally(1, false)
            .build());
    return getRuntimeContext().getMapState(descriptor);
  }

  private Duration kept() {
    return bans.longest().plus(settings.lateness());
  }

  @Override
  public void processElement(TollEvent draft, Context context, Collector<ControlEvent> out)
      throws Exception {
    if (!bans.concern(draft.getChargingPoint())) {
      return;
    }
    if (draft.getStatus() == TollStatus.WITHDRAWN) {
      passages.remove(draft.getPassageId());
      return;
    }
    passages.put(draft.getPassageId(), draft);
    context
        .timerService()
        .registerEventTimeTimer(draft.getAt().plus(settings.settle()).toEpochMilli());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ControlEvent> out)
      throws Exception {
    long now = Math.max(timestamp, context.timerService().currentWatermark());
    List<Sighting> known = new ArrayList<>();
    for (TollEvent draft : passages.values()) {
      known.add(Sighting.of(draft));
    }
    Set<String> before = new HashSet<>();
    told.keys().forEach(before::add);
    for (Breach breach : news.news(known, before, Instant.ofEpochMilli(now))) {
      for (Sighting passage : breach.passages()) {
        told.put(BreachNews.key(breach.ban(), passage), passage.at().toEpochMilli());
      }
      out.collect(writer.write(breach));
    }
    forget(now - kept().toMillis());
  }

  /** A passage goes with what was told of it, so that nothing is told of it again. */
  private void forget(long until) throws Exception {
    forget(passages, draft -> draft.getAt().toEpochMilli() < until);
    forget(told, at -> at < until);
  }

  /** By key: a map that an iterator empties stays behind on the heap, and nothing sweeps it. */
  private static <T> void forget(MapState<String, T> state, Predicate<T> which) throws Exception {
    List<String> gone = new ArrayList<>();
    for (var entry : state.entries()) {
      if (which.test(entry.getValue())) {
        gone.add(entry.getKey());
      }
    }
    for (String key : gone) {
      state.remove(key);
    }
  }
}
