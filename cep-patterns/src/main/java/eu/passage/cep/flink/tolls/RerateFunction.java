package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.registry.VehicleRegistry;
import eu.passage.cep.toll.rerate.Change;
import eu.passage.cep.toll.rerate.Left;
import eu.passage.cep.toll.rerate.MissingFacts;
import eu.passage.cep.toll.rerate.RerateLine;
import eu.passage.cep.toll.rerate.RerateSettings;
import eu.passage.cep.toll.rerate.Rerating;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Gathers what is stored of a vehicle, and gives its corrections when there is no more. For batch:
 * one vehicle after the other, so memory holds one at a time. Keyed by vehicle.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class RerateFunction extends KeyedProcessFunction<String, TollEvent, TollEvent> {

  private static final long serialVersionUID = 1L;

  /** What it does, of each event that it changes or leaves. */
  static final OutputTag<RerateLine> LINES =
      new OutputTag<>("lines", TypeInformation.of(RerateLine.class));

  private final RerateSettings settings;

  private transient ListState<TollEvent> events;
  private transient VehicleRegistry registry;
  private transient Rerating rerating;

  RerateFunction(RerateSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    events =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("events", StreamTypes.TOLL_EVENT));
    registry = settings.registry().open(new RegistryCounters(getRuntimeContext()));
    rerating =
        new Rerating(
            settings.tariffs(), settings.billAt(), settings.since(), new MissingFacts(registry));
  }

  @Override
  public void processElement(TollEvent event, Context context, Collector<TollEvent> out)
      throws Exception {
    events.add(event);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  /** At the end of the vehicle's events. */
  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<TollEvent> out)
      throws Exception {
    List<TollEvent> ofVehicle = new ArrayList<>();
    events.get().forEach(ofVehicle::add);
    events.clear();
    Rerating.Result result = rerating.of(ofVehicle);
    for (Change change : result.changes()) {
      out.collect(change.after());
      context.output(LINES, RerateLine.of(change, settings.zone()));
    }
    for (Left left : result.left()) {
      context.output(LINES, RerateLine.of(left, settings.zone()));
    }
  }

  @Override
  public void close() {
    if (registry != null) {
      registry.close();
    }
  }
}
