package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether every truck passage has an event and every event a truck passage. */
final class PassageCheck {

  private final Ledger ledger;
  private final Found found;

  PassageCheck(Ledger ledger, Found found) {
    this.ledger = ledger;
    this.found = found;
  }

  void run() {
    ledger.books().passages().ifPresent(this::check);
  }

  private void check(Map<String, Set<String>> passages) {
    // an event of the day before may rest on a passage just after midnight
    Map<String, Set<String>> told = new HashMap<>();
    for (TollEvent event : ledger.events()) {
      Set<String> atPoint =
          told.computeIfAbsent(event.getChargingPoint(), point -> new HashSet<>());
      atPoint.add(event.getPassageId());
      atPoint.addAll(event.getPassageIds());
    }
    passages.forEach(
        (point, ids) -> {
          Set<String> known = told.getOrDefault(point, Set.of());
          ids.stream()
              .filter(id -> !known.contains(id))
              .forEach(
                  id ->
                      found.add(
                          DifferenceKind.PASSAGE_WITHOUT_EVENT,
                          point,
                          "passage %s of a truck has no event".formatted(id)));
        });
    ledger
        .ofDay()
        .filter(
            event ->
                !passages
                    .getOrDefault(event.getChargingPoint(), Set.of())
                    .contains(event.getPassageId()))
        .forEach(
            event ->
                found.add(
                    DifferenceKind.EVENT_WITHOUT_PASSAGE,
                    event,
                    "event %s rests on passage %s, and no such truck passed at %s"
                        .formatted(
                            event.getEventId(), event.getPassageId(), event.getChargingPoint())));
  }
}
