package eu.passage.cep.toll.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that hold: no other corrects them, and they take none back. */
public final class StandingEvents {

  private static final Comparator<TollEvent> BY_TIME =
      Comparator.comparing(TollEvent::getAt)
          .thenComparing(TollEvent::getPassageId)
          .thenComparing(TollEvent::getEventId);

  private StandingEvents() {}

  /**
   * Those of a vehicle, or of several.
   *
   * @param events all there are, in any order; one may come twice
   * @return in order of time, one for each passage
   * @throws IllegalArgumentException when two hold of one passage: then nobody knows what it owes
   */
  public static List<TollEvent> of(Collection<TollEvent> events) {
    Set<String> corrected = new HashSet<>();
    Map<String, TollEvent> byId = new LinkedHashMap<>();
    for (TollEvent event : events) {
      byId.put(event.getEventId(), event);
      if (event.getCorrects() != null) {
        corrected.add(event.getCorrects());
      }
    }
    List<TollEvent> standing =
        byId.values().stream()
            .filter(event -> !corrected.contains(event.getEventId()))
            .filter(event -> event.getStatus() != TollStatus.WITHDRAWN)
            .sorted(BY_TIME)
            .toList();
    requireOneOfEachPassage(standing);
    return standing;
  }

  private static void requireOneOfEachPassage(List<TollEvent> standing) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (TollEvent event : standing) {
      String other = seen.put(event.getPassageId(), event.getEventId());
      if (other != null) {
        throw new IllegalArgumentException(
            ("both %s and %s hold of passage %s: 'tolls reconcile' of its day tells more, and one of"
                    + " them must be taken back first")
                .formatted(other, event.getEventId(), event.getPassageId()));
      }
    }
  }
}
