package eu.passage.cep.flink;

import eu.passage.cep.alerts.WatchAlertWriter;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.history.ToldLog;
import eu.passage.cep.watch.ListAges;
import eu.passage.cep.watch.Sighting;
import java.time.Instant;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** People are told of a passage and an entry once; what is not near enough is counted. */
final class WatchTeller {

  private final WatchAlertWriter writer;
  private final ListAges lists;
  private final Counter silent;

  WatchTeller(RuntimeContext context, WatchAlertWriter writer, ListAges lists) {
    this.writer = writer;
    this.lists = lists;
    silent = Metrics.counter(context, Metrics.SILENT_WATCH_MATCHES);
  }

  /**
   * What was sighted.
   *
   * @param history of the current subject, which remembers what was told
   */
  void tell(Sighting sighting, SubjectHistory history, LiveDetection detection) throws Exception {
    if (!sighting.inForce()) {
      return;
    }
    if (!sighting.tier().alerts()) {
      silent.inc();
      return;
    }
    int code = NameCode.of(sighting.key());
    long at = sighting.passage().getAt().toEpochMilli();
    ToldLog told = history.told();
    if (!told.contains(code, at)) {
      told.add(code, at);
      detection.keep(history);
      Instant now = Instant.ofEpochMilli(detection.eventTime());
      detection.tell(writer.of(sighting, lists.of(sighting.entry()), now));
    }
  }
}
