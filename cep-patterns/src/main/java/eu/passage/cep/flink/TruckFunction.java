package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import eu.passage.schemas.cameras.CameraCatalogue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** The trucks among passages. Keeps no state. */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class TruckFunction extends RichFlatMapFunction<Passage, TruckPassage> {

  private static final long serialVersionUID = 1L;

  private final CameraCatalogue cameras;
  private final TruckSettings settings;

  private transient TruckSight sight;
  private transient Counter trucks;

  TruckFunction(CameraCatalogue cameras, TruckSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    sight = new TruckSight(cameras, settings);
    trucks = Metrics.counter(getRuntimeContext(), Metrics.TRUCKS);
  }

  @Override
  public void flatMap(Passage passage, Collector<TruckPassage> out) {
    sight
        .of(passage)
        .ifPresent(
            truck -> {
              trucks.inc();
              out.collect(truck);
            });
  }
}
