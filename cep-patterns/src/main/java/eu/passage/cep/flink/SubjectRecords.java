package eu.passage.cep.flink;

import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The whole records behind the passages of the current subject, which only alerts need; of vehicles
 * together those of all of them.
 */
final class SubjectRecords {

  private static final int CAMERA_BITS = 20;

  /** Entries between two looks at the clock while RocksDB compacts; Flink's default. */
  private static final long COMPACTION_CLOCK_EVERY = 1000;

  private final MapState<Long, byte[]> records;
  private final boolean company;

  /**
   * @param company whether subjects are vehicles together
   * @param timeToLive by the machine's clock; null where state goes with its key, as in batch mode
   */
  SubjectRecords(RuntimeContext context, boolean company, @Nullable Duration timeToLive) {
    this.company = company;
    MapStateDescriptor<Long, byte[]> descriptor =
        new MapStateDescriptor<>(
            "records", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    if (timeToLive != null) {
      descriptor.enableTimeToLive(
          StateTtlConfig.newBuilder(timeToLive)
              .disableCleanupInBackground()
              .cleanupInRocksdbCompactFilter(COMPACTION_CLOCK_EVERY)
              .build());
    }
    records = context.getMapState(descriptor);
  }

  void put(PassageFacts passage, byte[] record) throws Exception {
    records.put(key(passage), record);
  }

  void remove(PassageFacts passage) throws Exception {
    records.remove(key(passage));
  }

  /** Empty where none is kept. */
  byte[] of(PassageFacts passage) {
    try {
      byte[] record = records.get(key(passage));
      return record == null ? Witness.NO_RECORD : record;
    } catch (Exception e) {
      throw new IllegalStateException("the records of a subject cannot be read", e);
    }
  }

  /** The passage with its record; of vehicles together those of all of them. */
  List<Witness> witnesses(PassageFacts passage) {
    byte[] record = of(passage);
    return company ? Witness.unpack(record) : List.of(new Witness(passage, record));
  }

  /** A hit with the passages of all vehicles, where they are together. */
  Hit complete(Hit hit) {
    return company
        ? hit.each(passage -> witnesses(passage).stream().map(Witness::facts).toList())
        : hit;
  }

  /** A vehicle is at one camera at a time. */
  private static long key(PassageFacts passage) {
    return (passage.at() << CAMERA_BITS) | (passage.camera() & ((1 << CAMERA_BITS) - 1));
  }
}
