package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.jobs.tolls.books.TollBook;
import eu.passage.jobs.tolls.books.Wanted;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The standing events of a copy. It is read twice, since a correction comes after what it corrects;
 * only the ids of corrected events are kept meanwhile.
 */
record BookEvents(TollBook book) implements DayEvents {

  @Override
  public void read(Days days, Consumer<TollEvent> reader) {
    Set<String> corrected = new HashSet<>();
    // A day more on both sides: a correction may go by another camera's view, just over midnight
    book.read(
        Wanted.of(days.and(1)),
        event -> {
          if (event.getCorrects() != null) {
            corrected.add(event.getCorrects());
          }
        });
    book.read(
        Wanted.of(days),
        event -> {
          if (event.getStatus() != TollStatus.WITHDRAWN
              && !corrected.contains(event.getEventId())) {
            reader.accept(event);
          }
        });
  }
}
