package eu.passage.jobs.tolls.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.SampleTolls;
import eu.passage.jobs.tolls.books.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However little of a sequence is kept, exactly its gaps beside the day's numbers are seen. */
class SequencesProperties {

  @Property
  void theGapsThatAreSeenAreThoseOfTheWholeSequence(
      @ForAll @Size(max = 25) Set<@IntRange(min = 1, max = 40) Integer> ofDay,
      @ForAll @Size(max = 25) Set<@IntRange(min = 1, max = 40) Integer> others) {
    TreeMap<Long, Boolean> whole = new TreeMap<>();
    others.forEach(number -> whole.put((long) number, false));
    ofDay.forEach(number -> whole.put((long) number, true));

    NavigableMap<Long, Boolean> kept = kept(whole);

    long last = ofDay.stream().mapToLong(Integer::longValue).max().orElse(0);
    assertThat(gaps(kept, last)).isEqualTo(gaps(whole, last));
    assertThat(kept).hasSizeLessThanOrEqualTo(5 * ofDay.size());
  }

  @Example
  void onlyTheNumbersBesideTheDaysAreAskedFor() {
    Sequences sequences = new Sequences();
    List.of(5L, 6L, 8L, 100L).forEach(number -> sequences.add(event(number), true));

    assertThat(sequences.neighbours())
        .extracting(Numbers::first)
        .containsExactly(4L, 7L, 9L, 99L, 101L);
  }

  /** As a reading goes about it. */
  private static NavigableMap<Long, Boolean> kept(Map<Long, Boolean> whole) {
    Sequences sequences = new Sequences();
    TreeMap<Long, Boolean> kept = new TreeMap<>();
    whole.forEach(
        (number, isOfDay) -> {
          if (isOfDay) {
            sequences.add(event(number), true);
            kept.put(number, true);
          }
        });
    read(
        whole,
        sequences.neighbours(),
        event -> {
          sequences.add(event, false);
          kept.put(event.getSequence(), false);
        });
    read(whole, sequences.gaps(), sequences::inGap);
    sequences.ends().forEach(event -> kept.put(event.getSequence(), false));
    return kept;
  }

  private static void read(
      Map<Long, Boolean> whole, List<Numbers> wanted, Consumer<TollEvent> reader) {
    for (long number : whole.keySet()) {
      TollEvent event = event(number);
      if (wanted.stream().anyMatch(one -> one.has(event))) {
        reader.accept(event);
      }
    }
  }

  /** Beside a number of the day; what follows its last one the next day tells. */
  private static List<String> gaps(NavigableMap<Long, Boolean> numbers, long last) {
    List<Long> ordered = new ArrayList<>(numbers.keySet());
    List<String> gaps = new ArrayList<>();
    for (int i = 1; i < ordered.size(); i++) {
      long before = ordered.get(i - 1);
      long next = ordered.get(i);
      boolean isBesideTheDay = numbers.get(before) || numbers.get(next);
      if (next > before + 1 && before < last && isBesideTheDay) {
        gaps.add(before + " to " + next);
      }
    }
    return gaps.stream().sorted().collect(Collectors.toList());
  }

  private static TollEvent event(long number) {
    return SampleTolls.event("EST-1", number);
  }
}
