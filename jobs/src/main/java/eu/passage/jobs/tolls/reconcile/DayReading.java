package eu.passage.jobs.tolls.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.cep.toll.reconcile.DayBooks;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.jobs.tolls.books.Numbers;
import eu.passage.jobs.tolls.books.TollBook;
import eu.passage.jobs.tolls.books.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads every copy twice: first the day itself, then what the days around have to do with it. What
 * belongs to the day is what the first reading found, so that what is written meanwhile is no
 * difference.
 */
final class DayReading {

  private final List<TollBook> books;
  private final Days day;
  private final Days around;
  private final Consumer<String> progress;

  private final Map<Copy, List<TollEvent>> copies = new EnumMap<>(Copy.class);
  private final Map<String, TollEvent> known = new HashMap<>();
  private final Sequences sequences = new Sequences();

  /**
   * @param horizon how much of a vehicle's past can change what it owes
   * @param progress told what is done next
   */
  DayReading(List<TollBook> books, Days day, Duration horizon, Consumer<String> progress) {
    this.books = books;
    this.day = day;
    this.around = day.and(Math.toIntExact(horizon.toDays() + 1));
    this.progress = progress;
  }

  /**
   * Everything that is known of the day.
   *
   * @param passages ids of the day's truck passages by charging point, where they are at hand
   */
  DayBooks read(Optional<Map<String, Set<String>>> passages) {
    for (TollBook book : books) {
      progress.accept("reading " + book.copy().words());
      copies.put(book.copy(), new ArrayList<>());
      book.read(Wanted.of(day), event -> keep(book, event));
    }
    Related related = new Related(known.values(), passages);
    known.values().forEach(event -> sequences.add(event, true));
    for (TollBook book : books) {
      progress.accept("the days around in " + book.copy().words());
      List<Numbers> neighbours = tellsNumbers(book) ? sequences.neighbours() : List.of();
      Wanted wanted = Wanted.of(around, neighbours);
      book.read(
          wanted,
          event -> {
            if (!day.has(event.getAt()) && (related.has(event) || wanted.hasNumber(event))) {
              keep(book, event);
              sequences.add(event, false);
            }
          });
    }
    fillGaps();
    return new DayBooks(day.first(), day.zone(), passages, copies);
  }

  private void fillGaps() {
    List<Numbers> gaps = sequences.gaps();
    if (gaps.isEmpty()) {
      return;
    }
    for (TollBook book : books) {
      if (tellsNumbers(book)) {
        progress.accept("missing numbers in " + book.copy().words());
        book.read(Wanted.of(gaps), sequences::inGap);
      }
    }
    sequences
        .ends()
        .filter(event -> !day.has(event.getAt()))
        .forEach(event -> keep(books.get(0), event));
  }

  /** To look for a number in the files of every day takes long: only where nothing else tells. */
  private boolean tellsNumbers(TollBook book) {
    return book.copy() != Copy.FILES || books.size() == 1;
  }

  /** What copies tell alike is held once. */
  private void keep(TollBook book, TollEvent event) {
    TollEvent before = known.putIfAbsent(event.getEventId(), event);
    Objects.requireNonNull(copies.get(book.copy())).add(event.equals(before) ? before : event);
  }
}
