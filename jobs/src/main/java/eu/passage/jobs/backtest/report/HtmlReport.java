package eu.passage.jobs.backtest.report;

import static eu.passage.jobs.backtest.report.Words.number;
import static eu.passage.schemas.text.Html.element;
import static eu.passage.schemas.text.Html.escape;

import eu.passage.cep.model.Rule;
import eu.passage.jobs.backtest.tally.DayCounts.Load;
import eu.passage.jobs.backtest.tally.Period;
import eu.passage.jobs.backtest.tally.RuleTally;
import eu.passage.schemas.text.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a back-test found, as one page that needs nothing else: no network, no script. It follows
 * the reader's choice of light or dark, can be printed, and every picture has its numbers in a
 * table.
 */
public final class HtmlReport {

  private final BacktestResult result;

  public HtmlReport(BacktestResult result) {
    this.result = result;
  }

  /** Writes the page. */
  public void write(Path file) throws IOException {
    Files.writeString(file, page(), StandardCharsets.UTF_8);
  }

  String page() {
    String title =
        "Back-test of "
            + (result.rules().size() == 1
                ? result.rules().get(0).id()
                : result.rules().size() + " rules");
    StringBuilder body = new StringBuilder();
    body.append(Html.text("h1", title));
    body.append(element("p", "class=\"lead\"", escape(lead())));
    body.append(unused());
    Period period = result.period().orElse(null);
    if (period != null) {
      body.append(figures(period));
      body.append(overview(period));
      result.comparison().ifPresent(c -> body.append(new ComparisonSection(result, c).markup()));
      for (Rule rule : result.rules()) {
        body.append(new RuleSection(result, rule, period).markup());
      }
    }
    body.append(
        element(
            "p",
            "class=\"soft\"",
            escape("Times are those of " + Period.ZONE + ". Made by passage rules backtest.")));
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        + Html.text("title", title)
        + element("style", "", css())
        + "</head>\n<body>\n<main>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  /** The answer in one sentence. */
  private String lead() {
    if (result.period().isEmpty()) {
      return "No passage of " + result.input() + " could be used.";
    }
    Period period = result.period().get();
    return "%s in %s: %s of %s, %s."
        .formatted(
            Words.alerts(result.tally().told()),
            Words.of(period.days(), "day", "days"),
            Words.of(result.read().passages(), "passage", "passages"),
            result.input(),
            Words.period(period));
  }

  private String unused() {
    if (result.read().refusals() == 0) {
      return "";
    }
    String told =
        String.format(
            Locale.ROOT,
            "%s could not be used, %.2f %% of all.",
            Words.of(result.read().refusals(), "line", "lines"),
            100 * result.read().refusedShare());
    List<List<String>> rows =
        result.read().refused().stream()
            .map(
                refused ->
                    List.of(
                        refused.reason().meaning(),
                        refused.place(),
                        refused.text(),
                        number(refused.count())))
            .toList();
    return element(
        "div",
        "class=\"warn\"",
        Html.text("p", told)
            + Html.table(
                "Why, and the first of each",
                List.of("reason", "first at", "line", "lines"),
                3,
                rows));
  }

  private String figures(Period period) {
    Load load = result.tally().days().load(period);
    long suppressed =
        result.tally().rules().values().stream().mapToLong(r -> r.once() + r.unless()).sum();
    StringBuilder items = new StringBuilder();
    items.append(figure(number(result.tally().told()), "alerts"));
    items.append(figure(number(load.median()), "a day, median"));
    items.append(figure(number(load.p95()), "on one day of twenty"));
    items.append(figure(number(load.max()), "on the worst day"));
    items.append(figure(Words.minutes(result.minutes(load.median())), "of work a day, median"));
    items.append(figure(number(suppressed), "suppressed by once and unless"));
    return element("ul", "class=\"figures\"", items.toString())
        + element(
            "p",
            "class=\"soft\"",
            escape(
                "Work is estimated at %s an alert, an assumption; change it with --handling."
                    .formatted(Words.minutes(result.minutes(1)))));
  }

  private static String figure(String value, String meaning) {
    return element("li", "", element("b", "", escape(value)) + Html.text("span", meaning));
  }

  private String overview(Period period) {
    List<List<String>> rows = new ArrayList<>();
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
              Words.minutes(result.minutes(load.median())),
              number(tally.once()),
              number(tally.unless())));
    }
    String table =
        Html.table(
            "What each rule would have cost and raised",
            List.of("rule", "alerts", "median a day", "p95", "max", "work a day", "once", "unless"),
            1,
            rows);
    StringBuilder links = new StringBuilder();
    for (Rule rule : result.rules()) {
      links
          .append(links.isEmpty() ? "" : " · ")
          .append("<a href=\"#%s\">%<s</a>".formatted(escape(rule.id())));
    }
    return table + element("nav", "aria-label=\"Rules\"", element("p", "", links.toString()));
  }

  private static String css() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css", e);
    }
  }
}
