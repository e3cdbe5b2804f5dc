package eu.passage.jobs.tolls.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.jobs.tolls.books.TableBook;
import eu.passage.jobs.tolls.books.Wanted;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** A local day's rows of the table, a thousand at once. */
final class ReadDay implements FlatMapFunction<String, TollEvent> {

  private static final long serialVersionUID = 1L;

  private final DatabaseSettings database;
  private final ZoneId zone;

  ReadDay(DatabaseSettings database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public void flatMap(String day, Collector<TollEvent> out) {
    new TableBook(database).read(Wanted.of(Days.of(LocalDate.parse(day), zone)), out::collect);
  }
}
