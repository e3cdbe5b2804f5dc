package eu.passage.cep.flink;

import eu.passage.cep.watch.Watchlist.Seen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * Passages that may be the current vehicle's, which is listed: another camera's read may confirm
 * them, or they another camera's. They go by event time when that can no longer be, and with the
 * vehicle's last entry.
 */
final class DoubtfulReads {

  /** A vehicle that is doubted more often in so short a while is read by a camera gone wrong. */
  private static final int MOST = 20;

  private static final long COMPACTION_CLOCK_EVERY = 1000;

  /**
   * One of them.
   *
   * @param entries that it waits for: another one of the vehicle may look back less far
   */
  record Read(Seen seen, Set<String> entries) {}

  private final ValueState<byte[]> state;
  private final PassageRecords records;
  private final long keepMillis;

  /**
   * @param keep how long after it passed, event time
   * @param timeToLive the same by the machine's clock, generous, for when event time stands still
   */
  DoubtfulReads(
      RuntimeContext context, PassageRecords records, Duration keep, Duration timeToLive) {
    this.records = records;
    keepMillis = keep.toMillis();
    ValueStateDescriptor<byte[]> descriptor =
        new ValueStateDescriptor<>(
            "watch-doubtful", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(timeToLive)
            .disableCleanupInBackground()
            .cleanupInRocksdbCompactFilter(COMPACTION_CLOCK_EVERY)
            .build());
    state = context.getState(descriptor);
  }

  /** In the order that they came. */
  List<Read> all() throws Exception {
    byte[] packed = state.value();
    return packed == null ? new ArrayList<>(0) : unpack(packed);
  }

  /** One that came again is kept once; of too many the one that came first goes. */
  void add(Seen seen, Set<String> entries, LiveDetection detection) throws Exception {
    long until = until(seen);
    if (entries.isEmpty() || until <= detection.eventTime()) {
      return;
    }
    List<Read> kept = all();
    Set<String> waiting = new TreeSet<>(entries);
    for (Read read : kept) {
      if (read.seen().facts().equals(seen.facts())) {
        waiting.addAll(read.entries());
      }
    }
    kept.removeIf(read -> read.seen().facts().equals(seen.facts()));
    if (kept.size() == MOST) {
      kept.remove(0);
    }
    kept.add(new Read(seen, waiting));
    state.update(pack(kept));
    detection.timers().registerEventTimeTimer(VoidNamespace.INSTANCE, until);
  }

  /**
   * Those whose time is over go.
   *
   * @param now event time
   */
  void onTime(long now) throws Exception {
    List<Read> kept = all();
    if (kept.removeIf(read -> until(read.seen()) <= now)) {
      if (kept.isEmpty()) {
        clear();
      } else {
        state.update(pack(kept));
      }
    }
  }

  void clear() {
    state.clear();
  }

  private long until(Seen seen) {
    return seen.facts().at() + keepMillis;
  }

  private byte[] pack(List<Read> reads) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packed);
    for (Read read : reads) {
      Witness.writeBytes(records.write(read.seen().passage()), out);
      out.writeInt(read.entries().size());
      for (String entry : read.entries()) {
        out.writeUTF(entry);
      }
    }
    return packed.toByteArray();
  }

  private List<Read> unpack(byte[] packed) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    List<Read> reads = new ArrayList<>();
    while (in.available() > 0) {
      Seen seen = Seen.of(records.read(Witness.readBytes(in)));
      Set<String> entries = new TreeSet<>();
      for (int i = in.readInt(); i > 0; i--) {
        entries.add(in.readUTF());
      }
      reads.add(new Read(seen, entries));
    }
    return reads;
  }
}
