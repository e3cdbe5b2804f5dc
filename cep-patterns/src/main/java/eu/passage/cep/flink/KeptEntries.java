package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
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
 * hardly any is ever read, and as objects on the heap they would take several times the room.
 */
final class KeptEntries {

  private final WatchRecords records;
  private final ValueState<byte[]> state;

  KeptEntries(RuntimeContext context, WatchRecords records) {
    this.records = records;
    // No time-to-live: an entry may lawfully wait for months, and leaves when it expires.
    state =
        context.getState(
            new ValueStateDescriptor<>(
                "watched", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  /** Takes over what builds kept that held entries as objects. */
  void takeOver(KeyedStateBackend<Long> state) throws Exception {
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
    byte[] packed = state.value();
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
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packed);
    for (WatchEntry entry : entries) {
      Witness.writeBytes(records.write(entry), out);
    }
    state.update(packed.toByteArray());
  }
}
