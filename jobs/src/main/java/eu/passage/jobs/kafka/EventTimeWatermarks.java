package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import eu.passage.jobs.config.EventTimeSettings;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.types.Either;
import org.apache.flink.util.clock.RelativeClock;

/**
 * The watermark of one partition: so far behind its newest record as records may come out of order.
 * While no record comes, time goes on with the wall clock, so that the last vehicle of an evening
 * does not wait for the first of the morning; after a while the partition is idle and no longer
 * holds back the others. One that has given no record yet is idle after half that while, so that
 * those that have still move when all fall silent together. A refused record says nothing about
 * time.
 */
final class EventTimeWatermarks<T> implements WatermarkGenerator<Either<DeadLetter, T>> {

  private static final long NONE = Long.MIN_VALUE;

  private final long outOfOrderness;
  private final long idleness;
  private final RelativeClock clock;
  private long newest = NONE;
  private long lastActivity;
  private boolean idle;

  /**
   * @param clock stands still while the source may not read because those after it are busy
   */
  EventTimeWatermarks(EventTimeSettings settings, RelativeClock clock) {
    this.outOfOrderness = settings.outOfOrderness().toMillis();
    this.idleness = settings.idleness().toMillis();
    this.clock = clock;
    this.lastActivity = clock.relativeTimeMillis();
  }

  @Override
  public void onEvent(Either<DeadLetter, T> read, long timestamp, WatermarkOutput output) {
    if (read.isLeft()) {
      return;
    }
    newest = Math.max(newest, timestamp);
    lastActivity = clock.relativeTimeMillis();
    if (idle) {
      idle = false;
      output.markActive();
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long silence = clock.relativeTimeMillis() - lastActivity;
    if (idle) {
      return;
    }
    if (newest != NONE) {
      long now = newest + Math.min(silence, idleness);
      output.emitWatermark(new Watermark(now - outOfOrderness - 1));
    }
    if (silence >= (newest == NONE ? idleness / 2 : idleness)) {
      idle = true;
      output.markIdle();
    }
  }
}
