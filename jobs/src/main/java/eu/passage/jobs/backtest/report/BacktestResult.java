package eu.passage.jobs.backtest.report;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.model.Rule;
import eu.passage.jobs.backtest.input.ReadSummary;
import eu.passage.jobs.backtest.tally.Comparison;
import eu.passage.jobs.backtest.tally.Period;
import eu.passage.jobs.backtest.tally.RuleTally;
import eu.passage.jobs.backtest.tally.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is told of a back-test.
 *
 * @param input where the passages came from
 * @param handling what an alert costs the person who handles it: an assumption
 * @param comparison with an older version of the rules
 */
public record BacktestResult(
    String input,
    List<Rule> rules,
    CameraTable cameras,
    ReadSummary read,
    Tally tally,
    Optional<Comparison> comparison,
    Duration handling) {

  public BacktestResult {
    rules = List.copyOf(rules);
  }

  /** The days that were tried; empty when nothing could be read. */
  Optional<Period> period() {
    return read.span().map(span -> Period.of(span.first(), span.last()));
  }

  RuleTally tally(Rule rule) {
    return Objects.requireNonNull(tally.rules().get(rule.id()), rule.id());
  }

  /** Minutes that so many alerts cost. */
  double minutes(long alerts) {
    return alerts * handling.toMillis() / 60_000.0;
  }
}
