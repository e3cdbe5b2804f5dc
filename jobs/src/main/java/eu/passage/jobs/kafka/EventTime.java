package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.jobs.config.EventTimeSettings;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.types.Either;

/** Watermarks of what is read from Kafka; one generator for each partition. */
public final class EventTime {

  private EventTime() {}

  /** The time at which something happened, by its record. */
  @FunctionalInterface
  public interface Of<T> extends Serializable {
    Instant at(T record);
  }

  /**
   * Follows the records' own time. A refused record says nothing about time, and a partition that
   * stays silent does not hold back the others.
   */
  static <T> WatermarkStrategy<Either<DeadLetter, T>> following(
      Of<T> time, EventTimeSettings settings) {
    Duration outOfOrderness = settings.outOfOrderness();
    return WatermarkStrategy.<Either<DeadLetter, T>>forGenerator(
            context -> new OfRecordsOnly<>(new BoundedOutOfOrdernessWatermarks<>(outOfOrderness)))
        .withTimestampAssigner(
            (read, kafkaTime) -> read.isRight() ? time.at(read.right()).toEpochMilli() : kafkaTime)
        .withIdleness(settings.idleness());
  }

  private record OfRecordsOnly<T>(WatermarkGenerator<Either<DeadLetter, T>> records)
      implements WatermarkGenerator<Either<DeadLetter, T>> {

    @Override
    public void onEvent(Either<DeadLetter, T> read, long timestamp, WatermarkOutput output) {
      if (read.isRight()) {
        records.onEvent(read, timestamp, output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      records.onPeriodicEmit(output);
    }
  }
}
