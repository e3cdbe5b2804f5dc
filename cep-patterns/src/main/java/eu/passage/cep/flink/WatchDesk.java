package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.watch.OtherReads;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.WatchPattern;
import eu.passage.cep.watch.Watchlist;
import eu.passage.cep.watch.Watchlist.Seen;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * What becomes of a passage that fits a watch entry of its vehicle, or of one that it may be. One
 * that is doubtful waits a while for another camera's read, and is then told as an earlier one.
 */
final class WatchDesk {

  private final Watchlist watchlist;
  private final EntryShelf shelf;
  private final DoubtfulReads doubtful;
  private final WatchTeller teller;

  WatchDesk(Watchlist watchlist, EntryShelf shelf, DoubtfulReads doubtful, WatchTeller teller) {
    this.watchlist = watchlist;
    this.shelf = shelf;
    this.doubtful = doubtful;
    this.teller = teller;
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Seen seen, LiveDetection detection) throws Exception {
    List<WatchEntry> known = exact();
    if (!known.isEmpty()) {
      look(seen, known, detection);
    }
  }

  /** A passage whose plate may be the current vehicle's. */
  void onProbe(byte[] record, LiveDetection detection) throws Exception {
    List<WatchEntry> known = exact();
    if (!known.isEmpty()) {
      look(Seen.of(detection.records().read(record)), known, detection);
    }
  }

  private List<WatchEntry> exact() throws Exception {
    List<WatchEntry> known = shelf.all();
    known.removeIf(WatchPattern::is);
    return known;
  }

  /** It, and those that it may be the confirmation of. */
  private void look(Seen seen, List<WatchEntry> known, LiveDetection detection) throws Exception {
    SubjectHistory history = detection.subject();
    doubtful.add(seen, waiting(seen, known), detection);
    List<DoubtfulReads.Read> kept = doubtful.all();
    OtherReads others = others(history, kept);
    long now = detection.eventTime();
    for (WatchEntry entry : known) {
      teller.tell(watchlist.onPassage(seen, entry, others, now), history, detection);
      for (DoubtfulReads.Read read : kept) {
        if (read.entries().contains(entry.getEntryId())) {
          Sighting again = watchlist.onPassage(read.seen(), entry, others, now);
          if (again.tier().alerts()) {
            teller.tell(again, history, detection);
          }
        }
      }
    }
  }

  private Set<String> waiting(Seen seen, List<WatchEntry> entries) {
    return entries.stream()
        .filter(entry -> watchlist.isDoubtful(seen, entry))
        .map(WatchEntry::getEntryId)
        .collect(Collectors.toSet());
  }

  private static OtherReads others(SubjectHistory history, List<DoubtfulReads.Read> kept) {
    return new OtherReads(history, kept.stream().map(DoubtfulReads.Read::seen).toList());
  }

  /** An entry for the current vehicle. It looks back as soon as it is active. */
  void onEntry(WatchEntry entry, LiveDetection detection) throws Exception {
    boolean matches = shelf.take(entry, detection);
    if (WatchPattern.is(entry)) {
      return;
    }
    if (!matches) {
      forgetDoubtful();
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
    List<WatchEntry> known = shelf.all();
    if (known.isEmpty()) {
      return; // a rule woke it
    }
    for (WatchEntry entry : known) {
      if (entry.getStartsAt().toEpochMilli() == woken && !WatchPattern.is(entry)) {
        lookBack(entry, woken, detection.subject(), detection);
      }
    }
    shelf.onTime(now, detection);
    doubtful.onTime(now);
    forgetDoubtful();
  }

  /** Nothing is kept of a vehicle that is not listed. */
  private void forgetDoubtful() throws Exception {
    if (shelf.all().stream().noneMatch(Watchlist::approved)) {
      doubtful.clear();
    }
  }

  private void lookBack(WatchEntry entry, long now, SubjectHistory history, LiveDetection detection)
      throws Exception {
    long earliest = watchlist.earliest(entry, now);
    List<Seen> passages = PastPassages.since(earliest, history, detection);
    for (Seen seen : passages) {
      doubtful.add(seen, waiting(seen, List.of(entry)), detection);
    }
    OtherReads others = others(history, doubtful.all());
    for (Seen seen : passages) {
      teller.tell(watchlist.lookingBack(seen, entry, others), history, detection);
    }
  }
}
