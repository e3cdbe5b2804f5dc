package eu.passage.jobs.archive;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.TollArchiveSettings;
import java.net.URI;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Events to the table, and what the table holds to the files: so both hold the same, whatever came.
 */
public final class TollArchive {

  /** Each checkpoint makes a file for each of these: one is fast enough and keeps them few. */
  private static final int FILE_WRITERS = 1;

  private TollArchive() {}

  /**
   * Adds the copies that the settings name.
   *
   * @return what neither copy can hold
   */
  public static DataStream<DeadLetter> keep(
      DataStream<TollEvent> events, DataStream<DeadLetter> refused, TollArchiveSettings settings) {
    DataStream<TollEvent> kept = events;
    DataStream<DeadLetter> letters = refused;
    if (settings.database() != null) {
      SingleOutputStreamOperator<TollEvent> inTable =
          events
              .transform(
                  TableWriter.NAME, new AvroTypeInfo<>(TollEvent.class), new TableWriter(settings))
              .uid("toll-table");
      letters = letters.union(inTable.getSideOutput(ArchiveRefusal.TAG));
      kept = inTable;
    }
    URI files = settings.files();
    if (files != null) {
      SingleOutputStreamOperator<TollEvent> once =
          kept.keyBy(EachNumberOnce::point, Types.STRING)
              .process(new EachNumberOnce(files, settings.database() != null))
              .returns(new AvroTypeInfo<>(TollEvent.class))
              .name(EachNumberOnce.NAME)
              .uid("toll-numbers");
      once.sinkTo(DayFiles.sink(settings))
          .name("write Parquet files by day")
          .uid("toll-files")
          .setParallelism(FILE_WRITERS);
      letters = letters.union(once.getSideOutput(ArchiveRefusal.TAG));
    }
    return letters;
  }
}
