package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Ledger.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the events of an originator at a charging point are counted without a gap, each number
 * once. What comes before the first event at hand and after the last is not looked at.
 */
final class SequenceCheck {

  private final Ledger ledger;
  private final Found found;

  SequenceCheck(Ledger ledger, Found found) {
    this.ledger = ledger;
    this.found = found;
  }

  void run() {
    Map<Place, List<TollEvent>> sequences = new HashMap<>();
    for (TollEvent event : ledger.events()) {
      if (event.getSequence() >= 1) {
        sequences.computeIfAbsent(Place.of(event), place -> new ArrayList<>()).add(event);
      } else if (ledger.books().isOfDay(event)) {
        found.add(
            DifferenceKind.NO_SEQUENCE,
            event,
            "event %s has the sequence number %d; they count from 1"
                .formatted(event.getEventId(), event.getSequence()));
      }
    }
    sequences.values().forEach(this::check);
  }

  private void check(List<TollEvent> sequence) {
    sequence.sort(
        Comparator.comparingLong(TollEvent::getSequence).thenComparing(TollEvent::getEventId));
    for (int i = 1; i < sequence.size(); i++) {
      TollEvent before = sequence.get(i - 1);
      TollEvent event = sequence.get(i);
      if (ledger.books().isOfDay(before) || ledger.books().isOfDay(event)) {
        check(before, event);
      }
    }
  }

  private void check(TollEvent before, TollEvent event) {
    long last = before.getSequence();
    long next = event.getSequence();
    if (next == last) {
      found.add(
          DifferenceKind.SEQUENCE_TWICE,
          event,
          "the number %d is given to event %s and to event %s"
              .formatted(next, before.getEventId(), event.getEventId()));
    } else if (next > last + 1) {
      String missing =
          next == last + 2
              ? "the number %d is missing".formatted(last + 1)
              : "the numbers %d to %d are missing".formatted(last + 1, next - 1);
      found.add(
          DifferenceKind.SEQUENCE_GAP,
          event,
          "%s between event %s and event %s"
              .formatted(missing, before.getEventId(), event.getEventId()));
    }
  }
}
