package eu.passage.jobs.bench.watch;

import eu.passage.avro.WatchEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The entries of a month's list whose vehicles do not pass in it: of a million random plates some
 * are those of passing vehicles, and an alert costs far more than a look.
 */
final class NeverPassing implements EntryList {

  private final WatchMonth month;
  private final int[] places;

  NeverPassing(WatchMonth month) {
    this.month = month;
    Set<String> passing = new HashSet<>();
    for (long i = 0; i < month.passages(); i++) {
      passing.add(WatchMonth.key(month.vehicle(i)));
    }
    places =
        IntStream.range(0, month.size())
            .filter(place -> !passing.contains(WatchMonth.key(month.listed().get(place))))
            .toArray();
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public WatchEntry entry(int place) {
    return month.entry(places[place]);
  }
}
