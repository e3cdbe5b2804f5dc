package eu.passage.cep.flink;

import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class CameraMetricsTest {

  private final Map<String, Counter> counters = new TreeMap<>();
  private final CameraMetrics metrics = new CameraMetrics(new Recorded("", counters));

  @Test
  void eachCameraCountsItsVehiclesAndThoseWithoutAPlateByReason() {
    metrics.seen(observation("EST-1", 0, plate("1ABC234", 0.9)));
    metrics.seen(bare("EST-1", NoPlateReason.UNREADABLE));
    metrics.seen(bare("EST-1", NoPlateReason.NOT_FOUND));
    metrics.seen(bare("EST-2", NoPlateReason.NOT_FOUND));

    assertThat(count("camera=EST-1/observations")).isEqualTo(3);
    assertThat(count("camera=EST-1/reason=UNREADABLE/observationsWithoutPlate")).isEqualTo(1);
    assertThat(count("camera=EST-1/reason=NOT_FOUND/observationsWithoutPlate")).isEqualTo(1);
    assertThat(count("camera=EST-2/observations")).isEqualTo(1);
    assertThat(count("camera=EST-2/reason=UNREADABLE/observationsWithoutPlate")).isZero();
  }

  private long count(String name) {
    assertThat(counters).containsKey(name);
    return counters.get(name).getCount();
  }

  private static Observation bare(String camera, NoPlateReason reason) {
    Observation bare = observation(camera, 0, null);
    bare.setNoPlate(reason);
    return bare;
  }

  /** Keeps counters by their labels and name. */
  private static final class Recorded extends UnregisteredMetricsGroup {
    private final String path;
    private final Map<String, Counter> counters;

    Recorded(String path, Map<String, Counter> counters) {
      this.path = path;
      this.counters = counters;
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
      return new Recorded(path + key + "=" + value + "/", counters);
    }

    @Override
    public Counter counter(String name) {
      Counter counter = super.counter(name);
      counters.put(path + name, counter);
      return counter;
    }
  }
}
