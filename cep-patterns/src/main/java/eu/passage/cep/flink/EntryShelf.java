package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.EntryVersions;
import eu.passage.cep.watch.WatchEvents;
import eu.passage.cep.watch.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * The watch entries of the current vehicle, each in its newest version, until they expire; and
 * every step in their lives as an event. A version with faults is told and not taken: the one
 * before it goes on.
 */
final class EntryShelf {

  private final Recipients recipients;
  private final KeptEntries entries;

  /** By entry the version that was told to be active. */
  private final MapState<String, Integer> active;

  EntryShelf(RuntimeContext context, KeptEntries entries, Recipients recipients) {
    this.entries = entries;
    this.recipients = recipients;
    active = context.getMapState(new MapStateDescriptor<>("watch-active", Types.STRING, Types.INT));
  }

  /**
   * What lies on it: also what is only proposed, what does not match yet, and rows of lists that a
   * person took back.
   */
  List<WatchEntry> all() throws Exception {
    return entries.all();
  }

  /**
   * An entry, or a new version of one, has come.
   *
   * @return whether it lies on the shelf now and may match
   */
  boolean take(WatchEntry entry, LiveDetection detection) throws Exception {
    List<WatchEntry> others = all();
    Optional<WatchEntry> before =
        others.stream().filter(e -> e.getEntryId().equals(entry.getEntryId())).findFirst();
    if (before.isPresent() && !EntryVersions.isNewer(entry, before.get())) {
      return false;
    }
    Instant now = detection.clock();
    List<String> faults = EntryFaults.of(entry, recipients);
    if (!faults.isEmpty()) {
      detection.tell(WatchEvents.refused(entry, faults, now), now);
      detection.refuse(WatchEvents.deadLetter(entry, faults, now), now);
      return false;
    }
    if (before.isPresent()) {
      others.remove(before.get());
      active.remove(entry.getEntryId());
    }
    detection.tell(WatchEvents.came(entry, now), now);
    boolean kept = keep(entry, detection);
    if (kept) {
      others.add(entry);
    }
    entries.update(others);
    return kept && Watchlist.approved(entry);
  }

  private boolean keep(WatchEntry entry, LiveDetection detection) throws Exception {
    long eventTime = detection.eventTime();
    if (Watchlist.isWithdrawn(entry)) {
      // The row that a person took back may yet come: its list comes on another topic
      boolean mayReturn = entry.getWithdrawnByHand() && !isExpired(entry, eventTime);
      if (mayReturn) {
        wakeAt(entry.getExpiresAt(), detection);
      }
      return mayReturn;
    }
    if (isExpired(entry, eventTime)) {
      detection.tell(WatchEvents.expired(entry), entry.getExpiresAt());
      return false;
    }
    wakeAt(entry.getExpiresAt(), detection);
    if (!Watchlist.approved(entry)) {
      return true;
    }
    // What passes from now on is met by it, although event time lags behind what passes
    if (begins(entry, Math.max(eventTime, detection.clock().toEpochMilli()))) {
      tellActive(entry, detection);
    } else {
      wakeAt(entry.getStartsAt(), detection);
    }
    return true;
  }

  /**
   * Entries begin, and those that have expired go.
   *
   * @param now event time, milliseconds since the epoch
   */
  void onTime(long now, LiveDetection detection) throws Exception {
    List<WatchEntry> known = all();
    List<WatchEntry> live = new ArrayList<>();
    for (WatchEntry entry : known) {
      if (Watchlist.approved(entry) && begins(entry, now) && !isToldActive(entry)) {
        tellActive(entry, detection);
      }
      if (isExpired(entry, now)) {
        active.remove(entry.getEntryId());
        if (!Watchlist.isWithdrawn(entry)) {
          detection.tell(WatchEvents.expired(entry), entry.getExpiresAt());
        }
      } else {
        live.add(entry);
      }
    }
    if (live.size() < known.size()) {
      entries.update(live);
    }
  }

  private void tellActive(WatchEntry entry, LiveDetection detection) throws Exception {
    active.put(entry.getEntryId(), entry.getVersion());
    detection.tell(WatchEvents.active(entry), entry.getStartsAt());
  }

  private boolean isToldActive(WatchEntry entry) throws Exception {
    Integer told = active.get(entry.getEntryId());
    return told != null && told == entry.getVersion();
  }

  private static boolean begins(WatchEntry entry, long now) {
    return entry.getStartsAt().toEpochMilli() <= now;
  }

  private static boolean isExpired(WatchEntry entry, long now) {
    return entry.getExpiresAt().toEpochMilli() <= now;
  }

  private static void wakeAt(Instant at, LiveDetection detection) {
    detection.timers().registerEventTimeTimer(VoidNamespace.INSTANCE, at.toEpochMilli());
  }
}
