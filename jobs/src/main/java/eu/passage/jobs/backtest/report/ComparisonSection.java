package eu.passage.jobs.backtest.report;

import static eu.passage.jobs.backtest.report.Words.number;
import static eu.passage.schemas.text.Html.element;
import static eu.passage.schemas.text.Html.escape;

import eu.passage.cep.RuleAlert;
import eu.passage.jobs.backtest.tally.Comparison;
import eu.passage.jobs.backtest.tally.Comparison.Difference;
import eu.passage.schemas.text.Html;
import java.util.List;

/** What the page says of two versions of the rules side by side. */
final class ComparisonSection {

  private final BacktestResult result;
  private final Comparison comparison;

  ComparisonSection(BacktestResult result, Comparison comparison) {
    this.result = result;
    this.comparison = comparison;
  }

  String markup() {
    StringBuilder markup = new StringBuilder();
    markup.append(Html.text("h2", "Against the old version"));
    markup.append(
        Html.text(
            "p",
            "Two alerts are the same when rule, vehicle and closing passage are. Only what people"
                + " would have been told counts."));
    markup.append(
        Html.table(
            "Alerts",
            List.of("rule", "both raise", "only the new one", "only the old one"),
            1,
            comparison.rules().entrySet().stream()
                .map(
                    e ->
                        List.of(
                            e.getKey(),
                            number(e.getValue().kept()),
                            number(e.getValue().added()),
                            number(e.getValue().dropped())))
                .toList()));
    comparison.rules().forEach((id, difference) -> samples(markup, id, difference));
    return element("section", "", markup.toString());
  }

  private void samples(StringBuilder markup, String id, Difference difference) {
    samples(markup, "added", id + ": only the new version raises", difference.addedSamples());
    samples(markup, "dropped", id + ": only the old version raises", difference.droppedSamples());
  }

  private void samples(StringBuilder markup, String style, String title, List<RuleAlert> alerts) {
    if (!alerts.isEmpty()) {
      markup.append(
          element("h3", "class=\"%s\"".formatted(style), escape(title + ", the first ones")));
      markup.append(Evidence.list(alerts, result.cameras()));
    }
  }
}
