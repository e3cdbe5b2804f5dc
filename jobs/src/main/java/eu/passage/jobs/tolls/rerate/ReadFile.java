package eu.passage.jobs.tolls.rerate;

import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.ArchivedDays;
import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.Collector;
import org.apache.parquet.filter2.predicate.FilterPredicate;

/** A Parquet file's events. */
final class ReadFile implements FlatMapFunction<String, TollEvent> {

  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(String file, Collector<TollEvent> out) throws IOException {
    ArchivedDays.read(new Path(file), all(), out::collect);
  }

  /** Every event has a number. */
  static FilterPredicate all() {
    return gtEq(longColumn("sequence"), Long.MIN_VALUE);
  }
}
