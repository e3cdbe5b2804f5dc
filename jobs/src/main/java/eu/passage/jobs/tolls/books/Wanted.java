package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which events are to be read: those of some days, and those of some numbers whatever their day.
 */
public final class Wanted {

  private final Optional<Days> days;
  private final List<Numbers> numbers;
  private final Map<Place, NavigableMap<Long, Numbers>> byPlace;

  private record Place(String originator, String chargingPoint) {}

  private Wanted(Optional<Days> days, List<Numbers> numbers) {
    this.days = days;
    this.numbers = numbers;
    byPlace =
        numbers.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Place(one.originator(), one.chargingPoint()),
                    Collectors.toMap(
                        Numbers::first, Function.identity(), Wanted::longer, TreeMap::new)));
  }

  /** All events of some days. */
  public static Wanted of(Days days) {
    return new Wanted(Optional.of(days), List.of());
  }

  /** All events of some days and, whenever their trucks passed, those with some numbers. */
  public static Wanted of(Days days, List<Numbers> numbers) {
    return new Wanted(Optional.of(days), List.copyOf(numbers));
  }

  /**
   * The events with some numbers, whenever their trucks passed.
   *
   * @param numbers no two of them have one in common
   */
  public static Wanted of(List<Numbers> numbers) {
    return new Wanted(Optional.empty(), List.copyOf(numbers));
  }

  Optional<Days> days() {
    return days;
  }

  List<Numbers> numbers() {
    return numbers;
  }

  boolean takes(TollEvent event) {
    return isOfDays(event) || hasNumber(event);
  }

  boolean isOfDays(TollEvent event) {
    return days.isPresent() && days.get().has(event.getAt());
  }

  boolean hasNumber(TollEvent event) {
    NavigableMap<Long, Numbers> atPlace =
        byPlace.get(new Place(event.getOriginator(), event.getChargingPoint()));
    if (atPlace == null) {
      return false;
    }
    Map.Entry<Long, Numbers> nearest = atPlace.floorEntry(event.getSequence());
    return nearest != null && nearest.getValue().has(event);
  }

  private static Numbers longer(Numbers one, Numbers other) {
    return one.last() >= other.last() ? one : other;
  }
}
