package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.watch.Watchlist;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;

/** The watch entries of the current vehicle, each in its newest version, until they expire. */
final class EntryShelf {

  private final KeptEntries entries;

  EntryShelf(KeptEntries entries) {
    this.entries = entries;
  }

  /** What lies on it. */
  List<WatchEntry> all() throws Exception {
    return entries.all();
  }

  /**
   * An entry, or a new version of one, has come.
   *
   * @return whether it lies on the shelf now and may match
   */
  boolean take(WatchEntry entry, LiveDetection detection) throws Exception {
    List<WatchEntry> others = new ArrayList<>();
    for (WatchEntry known : all()) {
      if (!known.getEntryId().equals(entry.getEntryId())) {
        others.add(known);
      } else if (known.getVersion() >= entry.getVersion()) {
        return false;
      }
    }
    long expiresAt = entry.getExpiresAt().toEpochMilli();
    boolean kept = Watchlist.approved(entry) && expiresAt > detection.now();
    if (kept) {
      others.add(entry);
      detection.timers().registerEventTimeTimer(VoidNamespace.INSTANCE, expiresAt);
    }
    entries.update(others);
    return kept;
  }

  /** Entries that have expired go. */
  void onTime(long now) throws Exception {
    List<WatchEntry> known = all();
    List<WatchEntry> live =
        known.stream().filter(e -> e.getExpiresAt().toEpochMilli() > now).toList();
    if (live.size() < known.size()) {
      entries.update(live);
    }
  }
}
