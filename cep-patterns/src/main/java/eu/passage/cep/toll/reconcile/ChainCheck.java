package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Ledger.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether corrections hang together, and whether at most one event of a passage stands. */
final class ChainCheck {

  private final Ledger ledger;
  private final Found found;

  ChainCheck(Ledger ledger, Found found) {
    this.ledger = ledger;
    this.found = found;
  }

  /** What was seen of one truck at one place. */
  private record View(Place place, String passageId) {}

  void run() {
    Map<String, List<TollEvent>> corrections = new HashMap<>();
    for (TollEvent event : ledger.events()) {
      String corrects = event.getCorrects();
      if (corrects != null) {
        corrections.computeIfAbsent(corrects, id -> new ArrayList<>()).add(event);
      }
    }
    Set<String> faulty = new HashSet<>();
    corrections.forEach((id, by) -> check(id, by, faulty));
    standing(faulty);
  }

  private void check(String corrected, List<TollEvent> by, Set<String> faulty) {
    if (!ledger.has(corrected)) {
      for (TollEvent event : by) {
        tell(
            DifferenceKind.CORRECTS_UNKNOWN,
            List.of(event),
            "event %s corrects event %s, which is not there"
                .formatted(event.getEventId(), corrected),
            faulty);
      }
    } else if (by.size() > 1) {
      tell(
          DifferenceKind.CORRECTED_TWICE,
          by,
          "event %s is corrected by event %s".formatted(corrected, ids(by, " and by event ")),
          faulty);
    }
  }

  /** What is faulty already would be found here again, as a consequence. */
  private void standing(Set<String> faulty) {
    Map<View, List<TollEvent>> views = new HashMap<>();
    for (TollEvent event : ledger.events()) {
      if (ledger.stands(event) && !faulty.contains(event.getEventId())) {
        Set<String> passages = new HashSet<>(event.getPassageIds());
        passages.add(event.getPassageId());
        for (String passage : passages) {
          views
              .computeIfAbsent(new View(Place.of(event), passage), view -> new ArrayList<>())
              .add(event);
        }
      }
    }
    Set<Set<String>> told = new HashSet<>();
    views.forEach(
        (view, events) -> {
          Set<String> together =
              events.stream().map(TollEvent::getEventId).collect(Collectors.toSet());
          if (events.size() > 1 && told.add(together)) {
            tell(
                DifferenceKind.PASSAGE_CHARGED_TWICE,
                events,
                "passage %s has event %s, and none corrects another"
                    .formatted(view.passageId(), ids(events, " and event ")),
                faulty);
          }
        });
  }

  private void tell(DifferenceKind kind, List<TollEvent> events, String says, Set<String> faulty) {
    events.forEach(event -> faulty.add(event.getEventId()));
    if (events.stream().anyMatch(ledger.books()::isOfDay)) {
      found.add(kind, events.get(events.size() - 1), says);
    }
  }

  private static String ids(List<TollEvent> events, String between) {
    return events.stream().map(TollEvent::getEventId).collect(Collectors.joining(between));
  }
}
