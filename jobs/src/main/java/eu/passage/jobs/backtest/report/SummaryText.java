package eu.passage.jobs.backtest.report;

import static eu.passage.jobs.backtest.report.Words.number;

import eu.passage.cep.model.Rule;
import eu.passage.jobs.backtest.input.ReadSummary.Refused;
import eu.passage.jobs.backtest.tally.Comparison.Difference;
import eu.passage.jobs.backtest.tally.DayCounts.Load;
import eu.passage.jobs.backtest.tally.FrequentSubjects;
import eu.passage.jobs.backtest.tally.FrequentSubjects.Frequent;
import eu.passage.jobs.backtest.tally.Period;
import eu.passage.jobs.backtest.tally.RuleTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a back-test found, as a table for a terminal. */
public final class SummaryText {

  private static final List<String> HEADER =
      List.of(
          "rule", "alerts", "a day: median", "p95", "max", "vehicles", "once", "unless", "most");

  private final BacktestResult result;
  private final UnaryOperator<String> bold;

  /**
   * @param bold makes a text stand out, or leaves it
   */
  public SummaryText(BacktestResult result, UnaryOperator<String> bold) {
    this.result = result;
    this.bold = bold;
  }

  /** What was read, and what it holds that could not be used. */
  public String reading() {
    StringBuilder text = new StringBuilder();
    text.append(Words.of(result.read().passages(), "passage", "passages"))
        .append(" of ")
        .append(result.input());
    result.period().ifPresent(period -> text.append(", ").append(Words.period(period)));
    text.append('\n');
    if (result.read().refusals() > 0) {
      text.append(
          String.format(
              java.util.Locale.ROOT,
              "%s could not be used (%.2f %%):%n",
              Words.of(result.read().refusals(), "line", "lines"),
              100 * result.read().refusedShare()));
      for (Refused refused : result.read().refused()) {
        text.append(
            "  %s × %s, first %s: %s%n"
                .formatted(
                    number(refused.count()),
                    refused.reason().meaning(),
                    refused.place(),
                    refused.text()));
      }
    }
    return text.toString();
  }

  /** The rules, one line each, and all together. */
  public String table() {
    Period period = result.period().orElse(null);
    if (period == null) {
      return "nothing to ask the rules about\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Rule rule : result.rules()) {
      RuleTally tally = result.tally(rule);
      Load load = tally.days().load(period);
      rows.add(
          List.of(
              rule.id(),
              number(tally.told()),
              number(load.median()),
              number(load.p95()),
              number(load.max()),
              vehicles(tally.subjects()),
              number(tally.once()),
              number(tally.unless()),
              tally.subjects().top(1).stream().map(Frequent::subject).findFirst().orElse("")));
    }
    StringBuilder text = new StringBuilder(Columns.align(rows, bold));
    Load load = result.tally().days().load(period);
    text.append(
        "%n%s in all: %s a day by the median, %s on one day of twenty, %s at most; %s, %s and %s at %s each%n"
            .formatted(
                bold.apply(Words.alerts(result.tally().told())),
                number(load.median()),
                number(load.p95()),
                number(load.max()),
                Words.minutes(result.minutes(load.median())),
                Words.minutes(result.minutes(load.p95())),
                Words.minutes(result.minutes(load.max())),
                Words.minutes(result.minutes(1))));
    result.comparison().ifPresent(comparison -> text.append(changes(comparison.rules())));
    return text.toString();
  }

  private String changes(Map<String, Difference> rules) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("against the old version", "kept", "added", "dropped"));
    rules.forEach(
        (id, difference) ->
            rows.add(
                List.of(
                    id,
                    number(difference.kept()),
                    number(difference.added()),
                    number(difference.dropped()))));
    return "\n" + Columns.align(rows, bold);
  }

  private static String vehicles(FrequentSubjects subjects) {
    return (subjects.isExact() ? "" : "~") + number(subjects.distinct());
  }
}
