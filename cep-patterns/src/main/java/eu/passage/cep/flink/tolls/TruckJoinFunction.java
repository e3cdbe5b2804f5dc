package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.PointTrucks;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.trucks.TruckJoin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts what several cameras of a charging point saw of a truck together. Keyed by charging point.
 * Where there is one camera nothing waits. Views are kept for a while after their truck was told
 * of: a late one changes what was said.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class TruckJoinFunction extends KeyedProcessFunction<String, TruckPassage, TollEvent> {

  private static final long serialVersionUID = 1L;

  private final Set<String> shared;
  private final Duration within;
  private final Duration kept;
  private final String originator;

  private transient PointTrucks trucks;
  private transient MapState<String, TruckPassage> views;
  private transient MapState<String, TollEvent> said;

  /**
   * @param shared points with several cameras
   */
  TruckJoinFunction(Set<String> shared, TollTimes times, String originator) {
    this.shared = Set.copyOf(shared);
    this.within = times.joinWithin();
    this.kept = times.joinLate();
    this.originator = originator;
  }

  @Override
  public void open(OpenContext context) {
    trucks = new PointTrucks(new TruckJoin(within), originator);
    // No time-to-live: a timer in event time removes each, and points are few
    views =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("views", Types.STRING, StreamTypes.TRUCK_PASSAGE));
    said =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("drafts", Types.STRING, StreamTypes.TOLL_EVENT));
  }

  @Override
  public void processElement(TruckPassage view, Context context, Collector<TollEvent> out)
      throws Exception {
    if (!shared.contains(context.getCurrentKey())) {
      out.collect(TollDraft.of(List.of(view), originator));
      return;
    }
    views.put(view.getPassageId(), view);
    long complete = view.getAt().toEpochMilli() + within.toMillis();
    context.timerService().registerEventTimeTimer(complete);
    context.timerService().registerEventTimeTimer(complete + kept.toMillis());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<TollEvent> out)
      throws Exception {
    Map<String, TollEvent> before = new HashMap<>();
    said.entries().forEach(entry -> before.put(entry.getKey(), entry.getValue()));
    List<TruckPassage> known = new ArrayList<>();
    views.values().forEach(known::add);
    long now = Math.max(timestamp, context.timerService().currentWatermark());
    for (TollEvent draft : trucks.news(known, before, now - within.toMillis())) {
      if (draft.getStatus() == TollStatus.WITHDRAWN) {
        said.remove(draft.getPassageId());
      } else {
        said.put(draft.getPassageId(), draft);
      }
      out.collect(draft);
    }
    forget(known, now - within.toMillis() - kept.toMillis());
  }

  /** Views leave together with their truck: what is left must not become another. */
  private void forget(List<TruckPassage> known, long until) throws Exception {
    for (List<TruckPassage> truck : new TruckJoin(within).trucks(known)) {
      TruckPassage last = truck.get(truck.size() - 1);
      if (last.getAt().toEpochMilli() <= until) {
        for (TruckPassage view : truck) {
          views.remove(view.getPassageId());
        }
        said.remove(truck.get(0).getPassageId());
      }
    }
  }
}
