package eu.passage.cep.flink;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Marks a stream idle for good: the operator that joins it goes by the other stream's event time
 * alone.
 */
final class HoldsNothingBack implements WatermarkGenerator<DetectionInput> {

  @Override
  public void onEvent(DetectionInput input, long timestamp, WatermarkOutput output) {
    output.markIdle();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.markIdle();
  }
}
