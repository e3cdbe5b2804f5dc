package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.nfa.CompiledPattern;
import eu.passage.cep.nfa.NfaMatcher;
import eu.passage.cep.patterns.WatchlistHit;
import eu.passage.cep.rules.RuleHit;
import eu.passage.cep.rules.Suppression;
import eu.passage.cep.watch.Sighting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Where what came true becomes an alert, or not since people were told already. */
final class AlertDesk {

  private final Duration kept;
  private final ValueState<Map<String, Long>> raised;
  private final NfaMatcher<Sighting> sightings =
      new NfaMatcher<>(s -> s.passage().getAt().toEpochMilli());
  private final CompiledPattern<Sighting> watchlistHit = CompiledPattern.of(WatchlistHit.pattern());
  private final Counter alerts;
  private final Counter suppressed;
  private final Counter silent;

  /**
   * @param kept what was raised is remembered for this span of event time
   */
  AlertDesk(RuntimeContext context, Duration kept, StateTtlConfig ttl) {
    this.kept = kept;
    var descriptor =
        new ValueStateDescriptor<>("raised-alerts", Types.MAP(Types.STRING, Types.LONG));
    descriptor.enableTimeToLive(ttl);
    raised = context.getState(descriptor);
    alerts = Metrics.counter(context, Metrics.ALERTS);
    suppressed = Metrics.counter(context, Metrics.SUPPRESSED_ALERTS);
    silent = Metrics.counter(context, Metrics.SILENT_WATCH_MATCHES);
  }

  void hits(List<RuleHit> hits, Collector<Alert> out) throws IOException {
    if (hits.isEmpty()) {
      return;
    }
    Map<String, Long> known = known();
    for (RuleHit hit : hits) {
      if (Suppression.allows(hit, known)) {
        known.put(Suppression.key(hit), hit.at().toEpochMilli());
        tell(AlertWriter.of(hit), out);
      } else {
        suppressed.inc();
      }
    }
    raised.update(known);
  }

  void sightings(List<Sighting> seen, Collector<Alert> out) throws IOException {
    if (seen.isEmpty()) {
      return;
    }
    Map<String, Long> known = known();
    for (Sighting sighting : seen) {
      if (sighting.inForce() && !sighting.tier().alerts()) {
        silent.inc();
      }
      boolean hit = sightings.completedByLast(watchlistHit, List.of(sighting)).isPresent();
      if (hit && !known.containsKey(sighting.key())) {
        known.put(sighting.key(), sighting.passage().getAt().toEpochMilli());
        tell(AlertWriter.of(sighting), out);
      }
    }
    raised.update(known);
  }

  /**
   * Forgets what is too old to matter.
   *
   * @return when to come again, or empty when nothing is left
   */
  OptionalLong forget(Instant now) throws IOException {
    Map<String, Long> known = known();
    Suppression.forgetBefore(now.minus(kept), known);
    if (known.isEmpty()) {
      raised.clear();
      return OptionalLong.empty();
    }
    raised.update(known);
    return known.values().stream().mapToLong(at -> at + kept.toMillis() + 1).min();
  }

  private Map<String, Long> known() throws IOException {
    Map<String, Long> known = raised.value();
    return known == null ? new HashMap<>() : known;
  }

  private void tell(Alert alert, Collector<Alert> out) {
    alerts.inc();
    out.collect(alert);
  }
}
