package eu.passage.cep.trucks.bans;

import eu.passage.avro.ControlKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The most that a truck may weigh. A sensor in the road is not as sure as a weighbridge, so what it
 * may be wrong by is taken off first.
 *
 * @param byAxles kilograms for trucks of so many axles, where a sensor counted them
 * @param most kilograms for all others
 * @param tolerance percent of the measured weight
 */
public record Overweight(Set<String> points, Map<Integer, Integer> byAxles, int most, int tolerance)
    implements Restriction {

  public Overweight {
    points = Set.copyOf(points);
    byAxles = Collections.unmodifiableMap(new TreeMap<>(byAxles));
  }

  @Override
  public ControlKind kind() {
    return ControlKind.OVERWEIGHT;
  }

  @Override
  public Duration span() {
    return Duration.ZERO;
  }

  @Override
  public List<List<Sighting>> breaches(List<Sighting> passages) {
    return passages.stream()
        .filter(
            passage ->
                passage.weightKg() != null
                    && certain(passage.weightKg()) > allowed(passage.axles()))
        .map(List::of)
        .toList();
  }

  /** Kilograms that it weighs at least; parts of a kilogram speak for the truck. */
  int certain(int measured) {
    return (int) ((long) measured * (100 - tolerance) / 100);
  }

  /** Kilograms that it may weigh. */
  int allowed(@Nullable Integer axles) {
    return axles == null ? most : byAxles.getOrDefault(axles, most);
  }
}
