package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.PatternIndex;
import eu.passage.cep.watch.WatchPattern;
import eu.passage.cep.watch.Watchlist;
import eu.passage.cep.watch.Watchlist.Seen;
import eu.passage.schemas.cameras.Camera;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;

/**
 * Watch entries for plates with wildcards and for descriptions: every subtask has all of them. One
 * that becomes active looks back over all vehicles; many that come at once do so together, as event
 * time goes on.
 */
final class PatternDesk {

  private final Watchlist watchlist;
  private final CameraTable cameras;
  private final WatchTeller teller;
  private final BroadcastState<String, WatchEntry> state;
  private final Recipients recipients;
  private final PatternIndex index = new PatternIndex();

  /** Those that have still to look back, and when they became known, event time. */
  private final Map<String, Long> lookBack = new HashMap<>();

  private long nextExpiry = Long.MAX_VALUE;

  /**
   * @param eventTime how far it had come when the state was left
   */
  PatternDesk(
      Watchlist watchlist,
      CameraTable cameras,
      WatchTeller teller,
      BroadcastState<String, WatchEntry> state,
      Recipients recipients,
      long eventTime)
      throws Exception {
    this.watchlist = watchlist;
    this.cameras = cameras;
    this.teller = teller;
    this.state = state;
    this.recipients = recipients;
    for (Map.Entry<String, WatchEntry> known : state.immutableEntries()) {
      index(known.getValue());
      if (known.getValue().getStartsAt().toEpochMilli() > eventTime) {
        lookBack.put(known.getKey(), eventTime);
      }
    }
  }

  private void index(WatchEntry entry) {
    index.put(new WatchPattern(entry));
    nextExpiry = Math.min(nextExpiry, entry.getExpiresAt().toEpochMilli());
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Seen seen, LiveDetection detection) throws Exception {
    if (index.isEmpty()) {
      return;
    }
    SubjectHistory history = detection.subject();
    for (Seen each : PastPassages.from(seen, history, detection)) {
      int zone = NameCode.of(each.passage().getZone());
      for (WatchPattern pattern : index.fitting(each.facts(), zone)) {
        long now = detection.eventTime();
        teller.tell(watchlist.onPassage(each, pattern, history, now), history, detection);
      }
    }
  }

  /** A pattern, or a new version of one. It comes once for each key group. */
  void onPattern(WatchEntry entry, LiveDetection detection) throws Exception {
    String id = entry.getEntryId();
    WatchEntry known = state.get(id);
    if (known != null && known.getVersion() >= entry.getVersion()) {
      return;
    }
    long now = detection.eventTime();
    if (!EntryFaults.of(entry, recipients).isEmpty()) {
      return; // told where its life is followed; the version before goes on
    }
    if (Watchlist.approved(entry) && entry.getExpiresAt().toEpochMilli() > now) {
      state.put(id, entry);
      index(entry);
      lookBack.put(id, now);
    } else if (known != null) {
      forget(id);
    }
  }

  /** How many there are. */
  int size() {
    return index.all().size();
  }

  private void forget(String id) throws Exception {
    state.remove(id);
    index.remove(id);
    lookBack.remove(id);
  }

  /** Event time has come to this moment. Afterwards another vehicle may be the current one. */
  void onTime(long now, LiveDetection detection) throws Exception {
    if (!lookBack.isEmpty()) {
      lookBack(now, detection);
    }
    if (nextExpiry <= now) {
      nextExpiry = Long.MAX_VALUE;
      for (WatchPattern pattern : index.all()) {
        long expiry = pattern.entry().getExpiresAt().toEpochMilli();
        if (expiry <= now) {
          forget(pattern.entry().getEntryId());
        } else {
          nextExpiry = Math.min(nextExpiry, expiry);
        }
      }
    }
  }

  private void lookBack(long now, LiveDetection detection) throws Exception {
    PatternIndex active = new PatternIndex();
    Map<String, Long> earliest = new HashMap<>();
    for (Map.Entry<String, Long> each : lookBack.entrySet()) {
      Optional<WatchPattern> pattern = index.find(each.getKey());
      if (pattern.isPresent() && pattern.get().entry().getStartsAt().toEpochMilli() <= now) {
        active.put(pattern.get());
        WatchEntry entry = pattern.get().entry();
        earliest.put(each.getKey(), watchlist.earliest(entry, each.getValue()));
      }
    }
    lookBack.keySet().removeAll(earliest.keySet());
    if (!active.isEmpty()) {
      detection.eachSubject(history -> lookBack(active, earliest, history, detection));
    }
  }

  private void lookBack(
      PatternIndex active,
      Map<String, Long> earliest,
      SubjectHistory history,
      LiveDetection detection)
      throws Exception {
    for (int i = 0; i < history.size(); i++) {
      PassageFacts facts = history.get(i);
      for (WatchPattern pattern : active.fitting(facts, zone(facts))) {
        Optional<Seen> seen = PastPassages.of(facts, detection);
        if (seen.isPresent()
            && facts.at() >= earliest.getOrDefault(pattern.entry().getEntryId(), Long.MAX_VALUE)) {
          teller.tell(watchlist.lookingBack(seen.get(), pattern, history), history, detection);
        }
      }
    }
  }

  private int zone(PassageFacts facts) {
    return cameras.find(facts.camera()).map(Camera::zone).map(NameCode::of).orElse(NameCode.NONE);
  }
}
