package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.tolls.books.Days;
import java.util.function.Consumer;

/** Where the toll events of a day come from. */
@FunctionalInterface
interface DayEvents {

  /** Each event of a passage of some days that no other corrects and that was not taken back. */
  void read(Days days, Consumer<TollEvent> reader);
}
