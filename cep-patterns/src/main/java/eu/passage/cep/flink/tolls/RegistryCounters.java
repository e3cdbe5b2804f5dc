package eu.passage.cep.flink.tolls;

import eu.passage.cep.flink.Metrics;
import eu.passage.cep.toll.registry.RegistryEvent;
import eu.passage.cep.toll.registry.RegistryMeter;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What happens at the vehicle registry, as the counter {@code registry} by {@code event}. */
final class RegistryCounters implements RegistryMeter {

  private final Map<RegistryEvent, Counter> counters = new EnumMap<>(RegistryEvent.class);

  RegistryCounters(RuntimeContext context) {
    for (RegistryEvent event : RegistryEvent.values()) {
      counters.put(
          event,
          Metrics.group(context)
              .addGroup("event", event.name())
              .counter("registry", new ThreadSafeSimpleCounter()));
    }
  }

  @Override
  public void count(RegistryEvent event) {
    Counter counter = counters.get(event);
    if (counter != null) {
      counter.inc();
    }
  }
}
