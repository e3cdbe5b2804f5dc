package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether all copies hold the same events. */
final class CopyCheck {

  private final Ledger ledger;
  private final Found found;
  private final Map<Copy, Map<String, TollEvent>> byId = new EnumMap<>(Copy.class);

  CopyCheck(Ledger ledger, Found found) {
    this.ledger = ledger;
    this.found = found;
  }

  void run() {
    ledger.books().copies().forEach(this::twice);
    Copy first = byId.keySet().iterator().next();
    Set<String> ofDay =
        byId.values().stream()
            .flatMap(copy -> copy.values().stream())
            .filter(ledger.books()::isOfDay)
            .map(TollEvent::getEventId)
            .collect(Collectors.toSet());
    for (Copy other : byId.keySet()) {
      if (other != first) {
        ofDay.forEach(id -> compare(id, first, other));
      }
    }
  }

  private void twice(Copy copy, List<TollEvent> events) {
    Map<String, TollEvent> once = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (TollEvent event : events) {
      once.putIfAbsent(event.getEventId(), event);
      times.merge(event.getEventId(), 1, Integer::sum);
    }
    byId.put(copy, once);
    once.forEach(
        (id, event) -> {
          int count = times.getOrDefault(id, 0);
          if (count > 1 && ledger.books().isOfDay(event)) {
            found.add(
                DifferenceKind.ID_TWICE,
                event,
                "event %s is %d times in %s, not once".formatted(id, count, copy.words()));
          }
        });
  }

  private void compare(String id, Copy first, Copy other) {
    TollEvent one = in(first, id);
    TollEvent two = in(other, id);
    if (one == null) {
      if (two != null) { // where neither has it, a third has, and is compared with the first
        missing(two, other, first);
      }
    } else if (two == null) {
      missing(one, first, other);
    } else {
      for (FieldDifference field : FieldDifference.between(one, two)) {
        found.add(
            DifferenceKind.COPIES_DIFFER,
            one,
            "event %s: %s is %s in %s and %s in %s"
                .formatted(
                    id, field.name(), field.one(), first.words(), field.two(), other.words()));
      }
    }
  }

  private @Nullable TollEvent in(Copy copy, String id) {
    return byId.getOrDefault(copy, Map.of()).get(id);
  }

  private void missing(TollEvent event, Copy there, Copy gone) {
    found.add(
        DifferenceKind.NOT_IN_COPY,
        event,
        "event %s is in %s and not in %s"
            .formatted(event.getEventId(), there.words(), gone.words()));
  }
}
