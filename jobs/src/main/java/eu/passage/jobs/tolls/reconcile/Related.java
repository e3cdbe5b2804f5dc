package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollDraft;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of the days around have to do with a day: of its vehicles, passages, corrections.
 */
final class Related {

  private final Set<String> vehicles = new HashSet<>();
  private final Set<String> passages = new HashSet<>();
  private final Set<String> events = new HashSet<>();
  private final Set<String> corrected = new HashSet<>();

  /**
   * @param ofDay the day's events
   * @param seen the day's truck passages by charging point: the rear of a truck that passes at
   *     midnight belongs to an event of the day before
   */
  Related(Collection<TollEvent> ofDay, Optional<Map<String, Set<String>>> seen) {
    seen.ifPresent(points -> points.values().forEach(passages::addAll));
    for (TollEvent event : ofDay) {
      vehicles.add(TollDraft.vehicle(event));
      passages.add(event.getPassageId());
      events.add(event.getEventId());
      String corrects = event.getCorrects();
      if (corrects != null) {
        corrected.add(corrects);
      }
    }
  }

  boolean has(TollEvent event) {
    return vehicles.contains(TollDraft.vehicle(event))
        || passages.contains(event.getPassageId())
        || event.getPassageIds().stream().anyMatch(passages::contains)
        || corrected.contains(event.getEventId())
        || (event.getCorrects() != null && events.contains(event.getCorrects()));
  }
}
