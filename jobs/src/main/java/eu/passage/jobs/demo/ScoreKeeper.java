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
   * @param happened the true passages whose frames were all published, in order of time
   */
  public synchronized Score score(List<TruePassage> happened) {
    Instant clock = happened.isEmpty() ? Instant.MIN : happened.get(happened.size() - 1).at();
    Instant sure = happened.isEmpty() ? clock : clock.minus(UNSURE);
    Set<ExpectedAlert> must = new HashSet<>(oracle.alerts(happened, sure));
    Set<ExpectedAlert> may = new HashSet<>(oracle.alerts(happened, clock));
    Set<ExpectedAlert> raised = new HashSet<>();
    int unexpected = 0;
    for (Alert alert : alerts) {
      ExpectedAlert said = truth.ofAlert(alert).orElse(new ExpectedAlert("", List.of()));
      unexpected += may.contains(said) && raised.add(said) ? 0 : 1;
    }
    must.removeAll(raised);
    Set<TruePassage> owing = new HashSet<>(Oracle.tolls(happened));
    int expectedTolls = owing.size();
    int unexpectedTolls = 0;
    for (TollEvent toll : tolls) {
      boolean right = truth.ofEvidence(toll.getEvidence()).filter(owing::remove).isPresent();
      unexpectedTolls += right ? 0 : 1;
    }
    return new Score(
        happened.size(),
        (int) happened.stream().filter(this::isRight).count(),
        must.size() + (int) raised.stream().filter(a -> !must.contains(a)).count(),
        must.size(),
        unexpected,
        expectedTolls,
        owing.size(),
        unexpectedTolls);
  }

  private boolean isRight(TruePassage passage) {
    List<Passage> told = passages.getOrDefault(passage, List.of());
    return told.size() == 1
        && told.get(0).getPlate().getText().equals(passage.vehicle().plate())
        && passage.vehicle().country().equals(told.get(0).getPlate().getCountry());
  }
}
