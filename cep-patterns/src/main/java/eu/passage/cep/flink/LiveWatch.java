package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.alerts.WatchAlertWriter;
import eu.passage.cep.watch.Watchlist;
import eu.passage.cep.watch.Watchlist.Seen;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The watchlist's part of live detection: the state of entries, and the desks that hold passages
 * against them.
 */
@SuppressWarnings("NullAway.Init") // the desks are set by open()
final class LiveWatch {

  private final WatchRecords records = new WatchRecords();
  private final ListState<String> schemas;
  private final BroadcastState<String, WatchEntry> patternState;
  private final KnownMakings makings;

  private WatchDesk desk;
  private PatternDesk patterns;

  LiveWatch(OperatorStateStore store) throws Exception {
    patternState =
        store.getBroadcastState(
            new MapStateDescriptor<>("watch-patterns", Types.STRING, StreamTypes.WATCH_ENTRY));
    BroadcastState<String, WatchListMaking> lists =
        store.getBroadcastState(
            new MapStateDescriptor<>("list-makings", Types.STRING, StreamTypes.WATCH_LIST_MAKING));
    makings = new KnownMakings(lists);
    schemas = store.getUnionListState(new ListStateDescriptor<>("watch-schemas", Types.STRING));
    schemas.get().forEach(records::learn);
  }

  /**
   * Makes the desks ready.
   *
   * @param restored whether there is state from before
   */
  void open(LiveDetection detection, boolean restored) throws Exception {
    var context = detection.getRuntimeContext();
    var cameras = detection.cameras();
    DetectionSettings settings = detection.settings();
    Watchlist watchlist = new Watchlist(settings.watch(), cameras);
    WatchTeller teller =
        new WatchTeller(context, new WatchAlertWriter(settings.roadGraph()), makings.ages());
    KeptEntries entries = new KeptEntries(context, records, () -> (Long) detection.getCurrentKey());
    if (restored) {
      entries.restore(detection.<Long>getKeyedStateBackend());
    }
    EntryShelf shelf = new EntryShelf(context, entries, settings.recipients());
    DoubtfulReads doubtful =
        new DoubtfulReads(
            context,
            detection.records(),
            settings.watch().confirmWithin().plusMillis(detection.graceMillis()),
            settings.history().retention().multipliedBy(2));
    desk = new WatchDesk(watchlist, shelf, doubtful, teller);
    patterns =
        new PatternDesk(
            watchlist, cameras, teller, patternState, settings.recipients(), detection.eventTime());
  }

  void snapshot() throws Exception {
    schemas.update(records.schemas());
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Seen seen, LiveDetection detection) throws Exception {
    desk.onPassage(seen, detection);
    patterns.onPassage(seen, detection);
  }

  /** Entries for whole plates. */
  WatchDesk desk() {
    return desk;
  }

  /** How old the lists are that entries come with. */
  KnownMakings makings() {
    return makings;
  }

  /** All other entries. */
  PatternDesk patterns() {
    return patterns;
  }
}
