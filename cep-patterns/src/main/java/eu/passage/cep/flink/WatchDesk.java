package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.watch.WatchPattern;
import eu.passage.cep.watch.Watchlist;
import eu.passage.cep.watch.Watchlist.Seen;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;

/** What becomes of a passage that fits a watch entry of its vehicle, or of one that it may be. */
final class WatchDesk {

  private final Watchlist watchlist;
  private final EntryShelf shelf;
  private final WatchTeller teller;

  WatchDesk(Watchlist watchlist, EntryShelf shelf, WatchTeller teller) {
    this.watchlist = watchlist;
    this.shelf = shelf;
    this.teller = teller;
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Seen seen, LiveDetection detection) throws Exception {
    List<WatchEntry> known = shelf.all();
    if (!known.isEmpty()) {
      SubjectHistory history = detection.subject();
      for (Seen each : PastPassages.from(seen, history, detection)) {
        hold(each, known, history, detection);
      }
    }
  }

  /** A passage whose plate may be the current vehicle's. */
  void onProbe(byte[] record, LiveDetection detection) throws Exception {
    List<WatchEntry> known = shelf.all();
    if (!known.isEmpty()) {
      Seen seen = Seen.of(detection.records().read(record));
      hold(seen, known, detection.subject(), detection);
    }
  }

  private void hold(
      Seen seen, List<WatchEntry> entries, SubjectHistory history, LiveDetection detection)
      throws Exception {
    long now = detection.eventTime();
    for (WatchEntry entry : entries) {
      if (!WatchPattern.is(entry)) {
        teller.tell(watchlist.onPassage(seen, entry, history, now), history, detection);
      }
    }
  }

  /** An entry for the current vehicle. It looks back as soon as it is active. */
  void onEntry(WatchEntry entry, LiveDetection detection) throws Exception {
    if (!shelf.take(entry, detection) || WatchPattern.is(entry)) {
      return;
    }
    SubjectHistory history = detection.subject();
    long start = entry.getStartsAt().toEpochMilli();
    long now = detection.eventTime();
    if (history.size() > 0) {
      // Before event time begins, and while it lags, passages tell how late it is.
      now = Math.max(now, history.get(history.size() - 1).at());
    }
    if (start <= now) {
      lookBack(entry, now, history, detection);
    } else {
      detection.timers().registerEventTimeTimer(VoidNamespace.INSTANCE, start);
    }
  }

  /**
   * Entries become active, and those that have expired go.
   *
   * @param woken the moment that the current vehicle was to be looked at
   * @param now event time
   */
  void onTime(long woken, long now, LiveDetection detection) throws Exception {
    for (WatchEntry entry : shelf.all()) {
      if (entry.getStartsAt().toEpochMilli() == woken && !WatchPattern.is(entry)) {
        lookBack(entry, woken, detection.subject(), detection);
      }
    }
    shelf.onTime(now, detection);
  }

  private void lookBack(WatchEntry entry, long now, SubjectHistory history, LiveDetection detection)
      throws Exception {
    long earliest = watchlist.earliest(entry, now);
    for (Seen seen : PastPassages.since(earliest, history, detection)) {
      teller.tell(watchlist.lookingBack(seen, entry, history), history, detection);
    }
  }
}
