package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.OpenAlert;

/** What following up leads to. */
public interface Effects {

  /** An alert that people are told of. */
  void alert(Alert alert);

  /**
   * A step in the life of an alert.
   *
   * @param alert as it was before
   */
  void update(AlertUpdate update, OpenAlert alert);

  /** News of a wanted vehicle at a border. */
  void border(BorderNews news);

  /** An alert that is not told: somebody found the same read to be wrong. */
  void silenced(Alert alert);

  /** An action that cannot be done: the alerts are as they were. */
  void refused(AlertAction action, Refusal why);
}
