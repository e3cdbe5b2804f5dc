package eu.passage.jobs.tolls.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a re-rating reads stored toll events: the cheapest copy that the configuration names. */
sealed interface StoredTolls permits StoredInFiles, StoredInTable, StoredInTopic {

  /** Which copy it is and what of it is read, for people. */
  String text();

  /** The first local day that it holds; empty where it holds none, or nobody knows. */
  Optional<LocalDate> firstDay();

  /**
   * Whether its oldest events are the first there ever were: else those of its first day may lack
   * the past that they rest on.
   */
  boolean beginsWithTheFirst();

  /** Whether it holds nothing of a day and what follows it, which cannot be opened then. */
  boolean isEmptySince(LocalDate since);

  /**
   * Opens it: a stream that ends.
   *
   * @param since days before it need not be read
   */
  DataStream<TollEvent> open(StreamExecutionEnvironment env, LocalDate since);

  /**
   * The files where there are any, else the table, else the topic.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when it cannot be read
   */
  static StoredTolls of(PassageConfig config) {
    URI files = config.tollArchive().files();
    if (files != null) {
      return StoredInFiles.in(files);
    }
    DatabaseSettings database = config.tollArchive().database();
    return database != null
        ? StoredInTable.in(database, config.tollArchive().zoneId())
        : StoredInTopic.of(config);
  }
}
