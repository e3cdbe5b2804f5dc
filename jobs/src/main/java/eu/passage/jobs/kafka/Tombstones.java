package eu.passage.jobs.kafka;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * What a record without a value means: on a compacted topic it removes what has its key.
 *
 * @param <T> the generated class of the topic's records
 */
@FunctionalInterface
public interface Tombstones<T> extends Serializable {

  /**
   * The record that says so, or empty where the topic knows no removal and the record is at fault.
   *
   * @param at when it was written, by the broker's or the producer's clock
   */
  Optional<T> removal(String key, Instant at);

  /** For topics from which nothing is removed. */
  static <T> Tombstones<T> none() {
    return (key, at) -> Optional.empty();
  }
}
