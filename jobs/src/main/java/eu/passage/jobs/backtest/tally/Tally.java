package eu.passage.jobs.backtest.tally;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all rules would have raised. */
public final class Tally {

  private final Map<String, RuleTally> rules = new LinkedHashMap<>();
  private final DayCounts days = new DayCounts();

  /**
   * @param ids of the rules, in the order in which they are told of
   * @param samples so many of each rule's first alerts are kept whole
   */
  public Tally(Collection<String> ids, int samples) {
    ids.forEach(id -> rules.put(id, new RuleTally(samples)));
  }

  /** Counts it; alerts of other rules are none of its business. */
  public void add(RuleAlert alert) {
    RuleTally rule = rules.get(alert.ruleId());
    if (rule != null) {
      rule.add(alert);
      if (alert.outcome() == Outcome.TOLD) {
        days.add(Instant.ofEpochMilli(alert.at()).atZone(Period.ZONE).toLocalDate());
      }
    }
  }

  /** By rule id. */
  public Map<String, RuleTally> rules() {
    return rules;
  }

  /** Of all rules together. */
  public DayCounts days() {
    return days;
  }

  /** Alerts that people would have been told. */
  public long told() {
    return rules.values().stream().mapToLong(RuleTally::told).sum();
  }
}
