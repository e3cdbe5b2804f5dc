package eu.passage.jobs.backtest.report;

import static eu.passage.jobs.backtest.report.Words.number;
import static eu.passage.schemas.text.Html.element;
import static eu.passage.schemas.text.Html.escape;

import eu.passage.cep.model.Rule;
import eu.passage.jobs.backtest.tally.DayCounts.Load;
import eu.passage.jobs.backtest.tally.FrequentSubjects;
import eu.passage.jobs.backtest.tally.Period;
import eu.passage.jobs.backtest.tally.RuleTally;
import eu.passage.schemas.text.Html;
import java.util.List;

/** What the page says of one rule. */
final class RuleSection {

  private static final int MOST_VEHICLES = 20;

  private final BacktestResult result;
  private final Rule rule;
  private final RuleTally tally;
  private final Period period;

  RuleSection(BacktestResult result, Rule rule, Period period) {
    this.result = result;
    this.rule = rule;
    this.tally = result.tally(rule);
    this.period = period;
  }

  String markup() {
    StringBuilder markup = new StringBuilder();
    String severity = Words.lower(rule.severity());
    markup.append(
        element(
            "h2",
            "id=\"%s\"".formatted(escape(rule.id())),
            escape(rule.titles().getOrDefault("en", rule.id()))
                + " "
                + element("span", "class=\"severity %s\"".formatted(severity), severity)));
    markup.append(element("p", "class=\"soft\"", element("code", "", escape(rule.id()))));
    markup.append(Html.text("p", told()));
    markup.append(Html.text("p", suppressed()));
    if (tally.told() > 0) {
      pictures(markup);
      markup.append(Html.text("h3", "Vehicles most concerned")).append(vehicles());
      markup.append(Html.text("h3", "The first alerts, with what they rest on"));
      markup.append(Evidence.list(tally.evidence(), result.cameras()));
    }
    return element("section", "", markup.toString());
  }

  private void pictures(StringBuilder markup) {
    markup.append(Html.text("h3", "When")).append(DayChart.of(tally.days(), period));
    markup.append(
        element(
            "p",
            "class=\"soft\"",
            "<span class=\"key\"></span> workday <span class=\"key weekend\"></span> weekend"));
    List<List<String>> days =
        tally.days().counts().entrySet().stream()
            .map(day -> List.of(Words.DAY.format(day.getKey()), number(day.getValue())))
            .toList();
    markup.append(
        Html.details("As numbers", Html.table("Alerts by day", List.of("day", "alerts"), 1, days)));
    markup.append(Html.text("h3", "Weekday and hour")).append(HeatMap.of(tally.hours()));
    markup.append(
        Html.details(
            "As numbers",
            Html.table(
                "Alerts by hour and weekday", HeatMap.header(), 1, HeatMap.rows(tally.hours()))));
    markup.append(Html.text("h3", "Where"));
    markup.append(CameraMap.of(result.cameras(), tally.cameras()));
    markup.append(
        element("p", "class=\"soft\"", "North is up; a disc is as large as its number of alerts."));
    markup.append(
        Html.details(
            "As numbers",
            Html.table(
                "Alerts by the camera of the closing passage",
                List.of("camera", "road", "latitude, longitude", "alerts"),
                3,
                CameraMap.rows(result.cameras(), tally.cameras()))));
  }

  private String told() {
    if (tally.told() == 0) {
      return "It would have raised no alert.";
    }
    Load load = tally.days().load(period);
    return "%s: %s a day by the median, %s on one day of twenty, %s at most. That is %s, %s and %s of work."
        .formatted(
            Words.alerts(tally.told()),
            number(load.median()),
            number(load.p95()),
            number(load.max()),
            Words.minutes(result.minutes(load.median())),
            Words.minutes(result.minutes(load.p95())),
            Words.minutes(result.minutes(load.max())));
  }

  private String suppressed() {
    if (tally.once() + tally.unless() == 0) {
      return "Nothing was suppressed.";
    }
    return "It came true %s more: %s told of the same subject a short while before (once), %s excused by habit (unless)."
        .formatted(
            Words.of(tally.once() + tally.unless(), "time", "times"),
            number(tally.once()),
            number(tally.unless()));
  }

  private String vehicles() {
    FrequentSubjects subjects = tally.subjects();
    String caption =
        subjects.isExact()
            ? Words.of(subjects.distinct(), "vehicle", "vehicles") + " in all"
            : "About %s vehicles in all; counts may be up to %s too low"
                .formatted(number(subjects.distinct()), number(subjects.mostMissed()));
    return Html.table(
        caption,
        List.of("vehicle", "last alert", "alerts"),
        2,
        subjects.top(MOST_VEHICLES).stream()
            .map(one -> List.of(one.subject(), Words.moment(one.last()), number(one.atLeast())))
            .toList());
  }
}
