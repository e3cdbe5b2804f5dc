package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.CorrectionRequest;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Corrections that people or a re-rating ask for, of the current vehicle's events. */
final class RequestedCorrections {

  /** As long as the events themselves are kept on their topic, and some more. */
  private static final Duration KEPT = Duration.ofDays(1_200);

  /** By event that was corrected what corrected it: of events that are not at hand any more. */
  private final MapState<String, String> taken;

  RequestedCorrections(RuntimeContext context) {
    MapStateDescriptor<String, String> descriptor =
        new MapStateDescriptor<>("requested", Types.STRING, Types.STRING);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(KEPT).build());
    taken = context.getMapState(descriptor);
  }

  /**
   * What becomes of one.
   *
   * @param last of the passage; null where it is not at hand any more
   */
  CorrectionRequest.Outcome take(TollEvent correction, @Nullable TollEvent last) throws Exception {
    String corrects = correction.getCorrects();
    String standing =
        last != null ? last.getEventId() : corrects == null ? null : taken.get(corrects);
    CorrectionRequest.Outcome outcome = CorrectionRequest.judge(correction, standing, last != null);
    if (outcome == CorrectionRequest.Outcome.TAKEN && corrects != null) {
      taken.put(corrects, correction.getEventId());
    }
    return outcome;
  }
}
