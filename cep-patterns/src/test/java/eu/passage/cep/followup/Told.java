package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.OpenAlert;
import java.util.ArrayList;
import java.util.List;

/** What following up led to, a line each. */
final class Told implements Effects {

  private final List<String> lines = new ArrayList<>();
  private final List<BorderNews> news = new ArrayList<>();
  private final List<AlertUpdate> updates = new ArrayList<>();

  /** What came since the last call. */
  List<String> lines() {
    List<String> told = List.copyOf(lines);
    lines.clear();
    return told;
  }

  BorderNews lastNews() {
    return news.get(news.size() - 1);
  }

  AlertUpdate lastUpdate() {
    return updates.get(updates.size() - 1);
  }

  @Override
  public void alert(Alert alert) {
    String row = alert.getContinues() == null ? "" : " after " + alert.getContinues();
    lines.add(alert.getAlertId() + row);
  }

  @Override
  public void update(AlertUpdate update, OpenAlert alert) {
    updates.add(update);
    lines.add(update.getAlertId() + " " + update.getState());
  }

  @Override
  public void border(BorderNews one) {
    news.add(one);
    lines.add(one.kind() + " " + one.vehicle().getCrossing().getPlace());
  }

  @Override
  public void silenced(Alert alert) {
    lines.add(alert.getAlertId() + " silenced");
  }

  @Override
  public void refused(AlertAction action, Refusal why) {
    lines.add("refused: " + why.why(action));
  }
}
