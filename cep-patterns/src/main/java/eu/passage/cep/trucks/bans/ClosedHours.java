package eu.passage.cep.trucks.bans;

import eu.passage.avro.ControlKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roads that no truck may use at certain hours.
 *
 * @param hours when they are closed
 */
public record ClosedHours(Set<String> points, List<Closure> hours) implements Restriction {

  public ClosedHours {
    points = Set.copyOf(points);
    hours = List.copyOf(hours);
  }

  @Override
  public ControlKind kind() {
    return ControlKind.CLOSED_HOURS;
  }

  @Override
  public Duration span() {
    return Duration.ZERO;
  }

  @Override
  public List<List<Sighting>> breaches(List<Sighting> passages) {
    return passages.stream().filter(passage -> closure(passage).isPresent()).map(List::of).toList();
  }

  /** The hours that a passage fell into, whatever the clock was wrong by. */
  Optional<Closure> closure(Sighting passage) {
    return hours.stream()
        .filter(
            one ->
                one.holds(passage.earliest(), passage.place())
                    && one.holds(passage.latest(), passage.place()))
        .findFirst();
  }
}
