package eu.passage.jobs.archive;

import eu.passage.avro.TollEvent;
import java.time.ZoneId;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** {@code day=2026-11-26}, which readers of Parquet take for a column. */
final class DayDirectory implements BucketAssigner<TollEvent, String> {

  private static final long serialVersionUID = 1L;

  static final String PREFIX = "day=";

  private final ZoneId zone;

  DayDirectory(String zone) {
    this.zone = ZoneId.of(zone);
  }

  @Override
  public String getBucketId(TollEvent event, Context context) {
    return PREFIX + LocalDays.of(event, zone);
  }

  @Override
  public SimpleVersionedSerializer<String> getSerializer() {
    return SimpleVersionedStringSerializer.INSTANCE;
  }
}
