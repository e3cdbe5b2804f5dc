package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.alerts.WatchAlertWriter;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.history.ToldLog;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.cep.watch.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;

/** The watch entries of each vehicle, and what becomes of a passage that fits one. */
final class WatchDesk {

  private final Watchlist watchlist;
  private final WatchAlertWriter writer;
  private final ListState<WatchEntry> entries;
  private final Counter silent;

  WatchDesk(RuntimeContext context, WatchSettings settings, RoadGraph roads) {
    watchlist = new Watchlist(settings);
    writer = new WatchAlertWriter(roads);
    // No time-to-live: an entry may lawfully wait for months, and leaves when it expires.
    entries =
        context.getListState(new ListStateDescriptor<>("watch-entries", StreamTypes.WATCH_ENTRY));
    silent = Metrics.counter(context, Metrics.SILENT_WATCH_MATCHES);
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Passage passage, LiveDetection detection) throws Exception {
    List<WatchEntry> known = known();
    if (!known.isEmpty()) {
      SubjectHistory history = detection.subject();
      tell(watchlist.onPassage(passage, known, history), history, detection);
    }
  }

  /** An entry for the current vehicle. */
  void onEntry(WatchEntry entry, LiveDetection detection) throws Exception {
    List<WatchEntry> others = new ArrayList<>();
    for (WatchEntry known : known()) {
      if (!known.getEntryId().equals(entry.getEntryId())) {
        others.add(known);
      } else if (known.getVersion() >= entry.getVersion()) {
        return;
      }
    }
    long now = detection.now();
    if (Watchlist.approved(entry) && entry.getExpiresAt().toEpochMilli() > now) {
      others.add(entry);
      SubjectHistory history = detection.subject();
      List<Passage> earlier = new ArrayList<>();
      for (int i = 0; i < history.size(); i++) {
        PassageFacts facts = history.get(i);
        byte[] record = detection.subjectRecords().of(facts);
        if (watchlist.looksBackTo(facts.at(), now) && record.length > 0) {
          earlier.add(detection.records().read(record));
        }
      }
      tell(watchlist.onEntry(entry, earlier, history), history, detection);
      detection
          .timers()
          .registerEventTimeTimer(VoidNamespace.INSTANCE, entry.getExpiresAt().toEpochMilli());
    }
    entries.update(others);
  }

  /** Entries that have expired go. */
  void onTime(long now) throws Exception {
    List<WatchEntry> known = known();
    List<WatchEntry> live =
        known.stream().filter(e -> e.getExpiresAt().toEpochMilli() > now).toList();
    if (live.size() < known.size()) {
      entries.update(live);
    }
  }

  private List<WatchEntry> known() throws Exception {
    List<WatchEntry> known = new ArrayList<>();
    Iterable<WatchEntry> state = entries.get();
    if (state != null) {
      state.forEach(known::add);
    }
    return known;
  }

  private void tell(List<Sighting> sightings, SubjectHistory history, LiveDetection detection)
      throws Exception {
    for (Sighting sighting : sightings) {
      if (!sighting.inForce()) {
        continue;
      }
      if (!sighting.tier().alerts()) {
        silent.inc();
        continue;
      }
      int code = NameCode.of(sighting.key());
      ToldLog told = history.told();
      Instant at = sighting.passage().getAt();
      if (!told.contains(code, at.toEpochMilli())) {
        told.add(code, at.toEpochMilli());
        detection.keep(history);
        detection.tell(writer.of(sighting, Instant.ofEpochMilli(detection.now())));
      }
    }
  }
}
