package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollAssessment;
import eu.passage.cep.toll.TollSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Passages of trucks at charging points to toll events. Keeps no state. */
final class TollFunction extends RichFlatMapFunction<Passage, TollEvent> {

  private static final long serialVersionUID = 1L;

  private final CameraCatalogue cameras;
  private final TollSettings settings;

  private transient TollAssessment assessment;
  private transient Counter events;

  TollFunction(CameraCatalogue cameras, TollSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    assessment = new TollAssessment(cameras, settings);
    events = Metrics.counter(getRuntimeContext(), Metrics.TOLL_EVENTS);
  }

  @Override
  public void flatMap(Passage passage, Collector<TollEvent> out) {
    assessment
        .assess(passage)
        .ifPresent(
            event -> {
              events.inc();
              out.collect(event);
            });
  }
}
