package eu.passage.cep.flink;

import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How many vehicles each camera showed, and how many of them without a plate that was read. */
final class CameraMetrics {

  private final MetricGroup group;
  private final Map<String, Counters> cameras = new HashMap<>();

  CameraMetrics(MetricGroup group) {
    this.group = group;
  }

  private record Counters(Counter all, Map<NoPlateReason, Counter> withoutPlate) {}

  /** An observation of a camera that the catalogue knows. */
  void seen(Observation observation) {
    Counters counters = cameras.computeIfAbsent(observation.getCameraId(), this::counters);
    counters.all.inc();
    if (observation.getPlate() == null) {
      NoPlateReason reason =
          Objects.requireNonNullElse(observation.getNoPlate(), NoPlateReason.UNKNOWN);
      Objects.requireNonNull(counters.withoutPlate.get(reason)).inc();
    }
  }

  private Counters counters(String camera) {
    MetricGroup own = group.addGroup("camera", camera);
    Map<NoPlateReason, Counter> withoutPlate = new EnumMap<>(NoPlateReason.class);
    for (NoPlateReason reason : NoPlateReason.values()) {
      withoutPlate.put(
          reason, own.addGroup("reason", reason.name()).counter(Metrics.WITHOUT_PLATE));
    }
    return new Counters(own.counter(Metrics.OBSERVATIONS), withoutPlate);
  }
}
