package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The events of all copies, each once: as the first copy that has it tells it. */
final class Ledger {

  /** Where a sequence counts. */
  record Place(String originator, String chargingPoint) {

    static Place of(TollEvent event) {
      return new Place(event.getOriginator(), event.getChargingPoint());
    }
  }

  private final DayBooks books;
  private final Map<String, TollEvent> events = new LinkedHashMap<>();
  private final Set<String> corrected = new HashSet<>();

  Ledger(DayBooks books) {
    this.books = books;
    for (List<TollEvent> copy : books.copies().values()) {
      copy.forEach(event -> events.putIfAbsent(event.getEventId(), event));
    }
    for (TollEvent event : events.values()) {
      String corrects = event.getCorrects();
      if (corrects != null) {
        corrected.add(corrects);
      }
    }
  }

  DayBooks books() {
    return books;
  }

  Collection<TollEvent> events() {
    return events.values();
  }

  Stream<TollEvent> ofDay() {
    return events.values().stream().filter(books::isOfDay);
  }

  boolean has(String eventId) {
    return events.containsKey(eventId);
  }

  /** Whether it stands: no event corrects it, and it takes none back. */
  boolean stands(TollEvent event) {
    return isCurrent(event) && event.getStatus() != TollStatus.WITHDRAWN;
  }

  boolean isCurrent(TollEvent event) {
    return !corrected.contains(event.getEventId());
  }
}
