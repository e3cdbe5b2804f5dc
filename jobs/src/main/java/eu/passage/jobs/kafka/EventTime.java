package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.jobs.config.EventTimeSettings;
import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.types.Either;

/** How event time is told from what is read. */
public final class EventTime {

  private EventTime() {}

  /** The time at which something happened, by its record. */
  @FunctionalInterface
  public interface Of<T> extends Serializable {
    Instant at(T record);
  }

  /** Follows the records' own time, each partition by itself: see {@link EventTimeWatermarks}. */
  static <T> WatermarkStrategy<Either<DeadLetter, T>> following(
      Of<T> time, EventTimeSettings settings) {
    return WatermarkStrategy.<Either<DeadLetter, T>>forGenerator(
            context -> new EventTimeWatermarks<T>(settings, context.getInputActivityClock()))
        .withTimestampAssigner(
            (read, kafkaTime) -> read.isRight() ? time.at(read.right()).toEpochMilli() : kafkaTime);
  }
}
