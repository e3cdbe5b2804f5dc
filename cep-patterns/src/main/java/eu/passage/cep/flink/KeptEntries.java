package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/**
 * The watch entries of the current vehicle as bytes. There may be a million of them, of which
 * hardly any is ever read, and as objects on the heap they would take several times the room. Most
 * vehicles that pass have none: a filter in memory says so without a look at the state.
 */
final class KeptEntries {

  private final WatchRecords records;
  private final LongSupplier vehicle;

  // No time-to-live: an entry may lawfully wait for months, and leaves when it expires.
  private final ValueStateDescriptor<byte[]> descriptor =
      new ValueStateDescriptor<>("watched", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final ValueState<byte[]> state;
  private final KeyFilter listed = new KeyFilter();

  /**
   * @param vehicle the key of the current one
   */
  KeptEntries(RuntimeContext context, WatchRecords records, LongSupplier vehicle) {
    this.records = records;
    this.vehicle = vehicle;
    state = context.getState(descriptor);
  }

  /** Takes over what the state that the job starts with holds. */
  void restore(KeyedStateBackend<Long> state) throws Exception {
    state.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        descriptor,
        (key, entries) -> listed.add(key));
    takeOver(state);
  }

  /** What builds kept that held entries as objects. */
  private void takeOver(KeyedStateBackend<Long> state) throws Exception {
    state.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        new ListStateDescriptor<>("watch-entries", StreamTypes.WATCH_ENTRY),
        (key, old) -> {
          List<WatchEntry> entries = new ArrayList<>();
          old.get().forEach(entries::add);
          update(entries);
          old.clear();
        });
  }

  /** All of them; the list may be changed. */
  List<WatchEntry> all() throws Exception {
    byte[] packed = listed.mayContain(vehicle.getAsLong()) ? state.value() : null;
    if (packed == null) {
      return new ArrayList<>(0);
    }
    List<WatchEntry> entries = new ArrayList<>(1);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    while (in.available() > 0) {
      entries.add(records.read(Witness.readBytes(in)));
    }
    return entries;
  }

  /** These take the place of all. */
  void update(List<WatchEntry> entries) throws Exception {
    if (entries.isEmpty()) {
      state.clear();
      return;
    }
    listed.add(vehicle.getAsLong());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packed);
    for (WatchEntry entry : entries) {
      Witness.writeBytes(records.write(entry), out);
    }
    state.update(packed.toByteArray());
  }
}
