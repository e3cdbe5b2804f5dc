package eu.passage.jobs.backtest.report;

import static eu.passage.schemas.text.Html.element;
import static eu.passage.schemas.text.Html.escape;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.backtest.tally.Told;
import java.util.List;

/** Alerts with the passages they rest on, in words. */
final class Evidence {

  private Evidence() {}

  static String list(List<RuleAlert> alerts, CameraTable cameras) {
    StringBuilder items = new StringBuilder();
    for (RuleAlert alert : alerts) {
      StringBuilder passages = new StringBuilder();
      for (PassageFacts passage : alert.passages()) {
        passages.append(
            element("li", "", time(passage.at()) + ": " + escape(Words.passage(passage, cameras))));
      }
      items.append(
          element(
              "li",
              "",
              time(alert.at())
                  + " <strong>"
                  + escape(Told.subject(alert))
                  + "</strong>"
                  + element("ul", "", passages.toString())));
    }
    return element("ol", "class=\"evidence\"", items.toString());
  }

  private static String time(long at) {
    return "<time datetime=\"%s\">%s</time>"
        .formatted(java.time.Instant.ofEpochMilli(at), escape(Words.moment(at)));
  }
}
