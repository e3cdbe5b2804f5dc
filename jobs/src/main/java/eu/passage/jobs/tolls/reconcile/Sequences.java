package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.tolls.books.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which numbers of other days have to be known to say where a day's have a gap: those next to them,
 * and where one of these is nowhere, the nearest there is. So little is kept, however far apart a
 * day's first number and its last correction are.
 */
final class Sequences {

  private record Place(String originator, String chargingPoint) {}

  /** The numbers between one that is at hand and the next that is. */
  private record Gap(Place place, long after) {}

  private record Ends(TollEvent lowest, TollEvent highest) {

    Ends and(Ends other) {
      return new Ends(
          lowest.getSequence() <= other.lowest.getSequence() ? lowest : other.lowest,
          highest.getSequence() >= other.highest.getSequence() ? highest : other.highest);
    }
  }

  /** By place; for each number whether it is of the day. */
  private final Map<Place, NavigableMap<Long, Boolean>> atHand = new HashMap<>();

  private final Map<Gap, Ends> inGaps = new HashMap<>();

  void add(TollEvent event, boolean isOfDay) {
    if (event.getSequence() >= 1) {
      atHand
          .computeIfAbsent(place(event), any -> new TreeMap<>())
          .merge(event.getSequence(), isOfDay, Boolean::logicalOr);
    }
  }

  /** The numbers next to those of the day that are not at hand. */
  List<Numbers> neighbours() {
    List<Numbers> neighbours = new ArrayList<>();
    atHand.forEach(
        (place, numbers) -> {
          long last = 0;
          for (Map.Entry<Long, Boolean> entry : numbers.entrySet()) {
            long number = entry.getKey();
            if (entry.getValue()) {
              for (long next : new long[] {number - 1, number + 1}) {
                if (next > last && !numbers.containsKey(next)) {
                  neighbours.add(numbers(place, next, next));
                  last = next;
                }
              }
            }
          }
        });
    return neighbours;
  }

  /**
   * What lies between two numbers at hand of which one is of the day, and before the first. What
   * follows the last, the next day tells.
   */
  List<Numbers> gaps() {
    List<Numbers> gaps = new ArrayList<>();
    atHand.forEach(
        (place, numbers) -> {
          long before = 0;
          boolean beforeIsOfDay = false;
          for (Map.Entry<Long, Boolean> entry : numbers.entrySet()) {
            if (entry.getKey() > before + 1 && (beforeIsOfDay || entry.getValue())) {
              gaps.add(numbers(place, before + 1, entry.getKey() - 1));
            }
            before = entry.getKey();
            beforeIsOfDay = entry.getValue();
          }
        });
    return gaps;
  }

  /** Takes what is in a gap. */
  void inGap(TollEvent event) {
    NavigableMap<Long, Boolean> numbers = atHand.getOrDefault(place(event), new TreeMap<>());
    Long after = numbers.lowerKey(event.getSequence());
    inGaps.merge(
        new Gap(place(event), after == null ? 0 : after), new Ends(event, event), Ends::and);
  }

  /** What was nearest to the ends of the gaps. */
  Stream<TollEvent> ends() {
    return inGaps.values().stream()
        .flatMap(ends -> Stream.of(ends.lowest(), ends.highest()).distinct());
  }

  private static Place place(TollEvent event) {
    return new Place(event.getOriginator(), event.getChargingPoint());
  }

  private static Numbers numbers(Place place, long first, long last) {
    return new Numbers(place.originator(), place.chargingPoint(), first, last);
  }
}
