package eu.passage.jobs.backtest.tally;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.time.Instant;
import java.util.List;

/** Alerts for tests. */
public final class Alerts {

  private Alerts() {}

  /** On one passage of a Belgian plate, from France at EST-1. */
  public static RuleAlert told(String rule, String at, String plate) {
    return of(rule, Outcome.TOLD, Instant.parse(at), passage(at, plate));
  }

  public static RuleAlert of(String rule, Outcome outcome, Instant at, PassageFacts... passages) {
    return new RuleAlert(rule, 1, outcome, at.toEpochMilli(), List.of(passages));
  }

  public static PassageFacts passage(String at, String plate) {
    return new PassageFacts.Builder(Instant.parse(at).toEpochMilli(), "EST-1")
        .plate(plate, "BE")
        .crossing("FR", "BE")
        .build();
  }
}
