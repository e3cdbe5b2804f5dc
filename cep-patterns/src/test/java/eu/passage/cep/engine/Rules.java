package eu.passage.cep.engine;

import eu.passage.avro.Severity;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rules for tests: what they look for, and nothing that only people read. */
final class Rules {

  private Rules() {}

  /** Every closing passage alerts. */
  static Rule of(String id, Body body, Duration within) {
    return new Rule(
        id,
        Map.of("en", id),
        Severity.LOW,
        "judicial",
        List.of("police-be"),
        null,
        body,
        within,
        Duration.ZERO,
        null);
  }

  static Rule sequence(String id, Duration within, Step... steps) {
    return of(id, new Body.Sequence(List.of(steps)), within);
  }

  static Rule once(Rule rule, Duration once) {
    return new Rule(
        rule.id(),
        rule.titles(),
        rule.severity(),
        rule.purpose(),
        rule.recipients(),
        rule.together(),
        rule.body(),
        rule.within(),
        once,
        rule.unless());
  }

  static Rule unless(Rule rule, Predicate excuse) {
    return new Rule(
        rule.id(),
        rule.titles(),
        rule.severity(),
        rule.purpose(),
        rule.recipients(),
        rule.together(),
        rule.body(),
        rule.within(),
        rule.once(),
        excuse);
  }

  static Rule together(Rule rule, Together together) {
    return new Rule(
        rule.id(),
        rule.titles(),
        rule.severity(),
        rule.purpose(),
        rule.recipients(),
        together,
        rule.body(),
        rule.within(),
        rule.once(),
        rule.unless());
  }
}
