package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.history.ToldLog;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.cep.watch.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** What becomes of a passage that fits a watch entry of its vehicle. */
final class WatchDesk {

  private final Watchlist watchlist;
  private final EntryShelf shelf;
  private final Counter silent;

  WatchDesk(RuntimeContext context, WatchSettings settings) {
    watchlist = new Watchlist(settings);
    shelf = new EntryShelf(context);
    silent = Metrics.counter(context, Metrics.SILENT_WATCH_MATCHES);
  }

  /** A passage of the current vehicle, which its history holds already. */
  void onPassage(Passage passage, LiveDetection detection) throws Exception {
    List<WatchEntry> known = shelf.all();
    if (!known.isEmpty()) {
      SubjectHistory history = detection.subject();
      tell(watchlist.onPassage(passage, known, history), history, detection);
    }
  }

  /** An entry for the current vehicle. */
  void onEntry(WatchEntry entry, LiveDetection detection) throws Exception {
    if (shelf.take(entry, detection)) {
      lookBack(entry, detection);
    }
  }

  /** Entries begin and expire. */
  void onTime(long now) throws Exception {
    shelf.onTime(now);
  }

  private void lookBack(WatchEntry entry, LiveDetection detection) throws Exception {
    long now = detection.now();
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
        detection.tell(AlertWriter.of(sighting));
      }
    }
  }
}
