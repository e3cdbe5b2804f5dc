package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.jobs.scenario.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Holds passages, alerts and toll events against a scenario's truth. Safe for many threads. */
public final class ScoreKeeper {

  /**
   * An absence that falls due so shortly before the last passage may or may not have been told:
   * event time may stand a little behind it.
   */
  private static final Duration UNSURE = Duration.ofHours(1);

  private final Truth truth;
  private final Oracle oracle;
  private final Map<TruePassage, List<Passage>> passages = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<TollEvent> tolls = new ArrayList<>();

  /** Nothing came out yet. */
  public ScoreKeeper(Scenario scenario) {
    truth = new Truth(scenario);
    oracle = new Oracle(scenario.watchlist());
  }

  /** Takes what came out, at most once for each id. */
  public synchronized void add(SpecificRecord record) {
    if (record instanceof Passage passage) {
      truth
          .ofEvidence(passage.getEvidence())
          .ifPresent(p -> passages.computeIfAbsent(p, k -> new ArrayList<>()).add(passage));
    } else if (record instanceof Alert alert) {
      alerts.add(alert);
    } else if (record instanceof TollEvent toll) {
      tolls.add(toll);
    }
  }

  /**
   * The score so far.
   *
   * @param done the true passages whose frames were all published, in order of time
   * @param begun those of which some frame was, in order of time
   */
  public synchronized Score score(List<TruePassage> done, List<TruePassage> begun) {
    Instant clock = begun.stream().map(TruePassage::at).reduce(Instant.MIN, (a, b) -> b);
    Set<ExpectedAlert> must = new HashSet<>(oracle.alerts(done, before(clock)));
    Set<ExpectedAlert> may = new HashSet<>(oracle.alerts(begun, clock));
    Set<ExpectedAlert> raised = new HashSet<>();
    int unexpected = 0;
    for (Alert alert : alerts) {
      Optional<ExpectedAlert> said = truth.ofAlert(alert).filter(may::contains);
      unexpected += said.isPresent() && raised.add(said.get()) ? 0 : 1;
    }
    Set<TruePassage> mayOwe = new HashSet<>(Oracle.tolls(begun));
    Set<TruePassage> charged = new HashSet<>();
    int unexpectedTolls = 0;
    for (TollEvent toll : tolls) {
      Optional<TruePassage> truck = truth.ofEvidence(toll.getEvidence()).filter(mayOwe::contains);
      unexpectedTolls += truck.isPresent() && charged.add(truck.get()) ? 0 : 1;
    }
    List<TruePassage> owing = Oracle.tolls(done);
    return new Score(
        done.size(),
        (int) done.stream().filter(this::isRight).count(),
        must.size(),
        (int) must.stream().filter(alert -> !raised.contains(alert)).count(),
        unexpected,
        owing.size(),
        (int) owing.stream().filter(truck -> !charged.contains(truck)).count(),
        unexpectedTolls);
  }

  private static Instant before(Instant clock) {
    return clock.equals(Instant.MIN) ? clock : clock.minus(UNSURE);
  }

  private boolean isRight(TruePassage passage) {
    List<Passage> told = passages.getOrDefault(passage, List.of());
    return told.size() == 1
        && told.get(0).getPlate().getText().equals(passage.vehicle().plate())
        && passage.vehicle().country().equals(told.get(0).getPlate().getCountry());
  }
}
