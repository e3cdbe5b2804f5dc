package eu.passage.cep.flink;

import eu.passage.avro.CameraCount;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.SlotTally;
import eu.passage.cep.counts.CountSettings;
import eu.passage.cep.counts.SlotCounting;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the vehicles that pass a camera, by slots of event time. Keyed by camera. A slot is told
 * when it is over and fusion has told all that was on time; what comes late is told again with the
 * next slot that ends, so that a camera that had lost its link does not make a record of each
 * vehicle. A slot is kept as long as fusion takes observations of it.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class CountFunction extends KeyedProcessFunction<String, CountedVehicle, CameraCount> {

  private static final long serialVersionUID = 1L;

  private final CameraCatalogue cameras;
  private final CountSettings settings;
  private final FusionSettings fusion;
  private final long settledAfter;
  private final long keptFor;

  private transient SlotCounting counting;
  private transient MapState<Long, SlotTally> slots;
  private transient LazyTimer timer;
  private transient Counter tooLate;

  CountFunction(CameraCatalogue cameras, CountSettings settings, FusionSettings fusion) {
    this.cameras = cameras;
    this.settings = settings;
    this.fusion = fusion;
    settledAfter = settings.slot().plus(fusion.emitAfter()).plus(fusion.gap()).toMillis();
    keptFor = settledAfter + fusion.tooLateAfter().toMillis();
  }

  @Override
  public void open(OpenContext context) {
    counting = new SlotCounting(settings, fusion.gap());
    var descriptor = new MapStateDescriptor<>("counted-slots", Types.LONG, StreamTypes.SLOT_TALLY);
    // A timer in event time removes each; where event time stands still for ever, this does. Twice
    // as long: the machine's clock forgets, and events may lag behind it
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofMillis(2 * keptFor)).build());
    slots = getRuntimeContext().getMapState(descriptor);
    timer = new LazyTimer(getRuntimeContext());
    tooLate = Metrics.counter(getRuntimeContext(), Metrics.UNCOUNTED_VEHICLES);
  }

  @Override
  public void processElement(CountedVehicle vehicle, Context context, Collector<CameraCount> out)
      throws Exception {
    long start = settings.startOf(vehicle.getAt().toEpochMilli());
    long now = context.timerService().currentWatermark();
    if (start + keptFor <= now) {
      tooLate.inc(); // its slot is forgotten: one vehicle would take the place of all of them
      return;
    }
    @Nullable SlotTally known = slots.get(start);
    SlotTally tally = known == null ? SlotCounting.empty() : known;
    counting.add(tally, vehicle);
    slots.put(start, tally);
    long due = start + settledAfter;
    timer.wakeAt(due > now ? due : settings.startOf(now) + settledAfter, context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CameraCount> out)
      throws Exception {
    timer.fired();
    long now = Math.max(timestamp, context.timerService().currentWatermark());
    // A camera may have left the catalogue since: nothing is told of it then.
    Optional<Camera> camera = cameras.find(context.getCurrentKey());
    long next = Long.MAX_VALUE;
    for (Map.Entry<Long, SlotTally> slot : inOrder().entrySet()) {
      long start = slot.getKey();
      SlotTally tally = slot.getValue();
      boolean settled = start + settledAfter <= now;
      if (settled && tally.getChanged()) {
        camera.map(known -> counting.tell(tally, known, start)).ifPresent(out::collect);
        slots.put(start, tally);
      }
      if (start + keptFor <= now) {
        slots.remove(start);
      } else {
        next = Math.min(next, start + (settled ? keptFor : settledAfter));
      }
    }
    if (next < Long.MAX_VALUE) {
      timer.wakeAt(next, context.timerService());
    }
  }

  /** A map has no order of its own. */
  private Map<Long, SlotTally> inOrder() throws Exception {
    Map<Long, SlotTally> all = new TreeMap<>();
    slots.entries().forEach(slot -> all.put(slot.getKey(), slot.getValue()));
    return all;
  }
}
