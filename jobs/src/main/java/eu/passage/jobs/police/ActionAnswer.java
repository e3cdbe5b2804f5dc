package eu.passage.jobs.police;

import eu.passage.avro.AlertUpdate;

/** What the running job answers to an action. */
sealed interface ActionAnswer {

  /** It is done. */
  record Done(AlertUpdate update) implements ActionAnswer {}

  /** It cannot be done, and why. */
  record Refused(String why) implements ActionAnswer {}
}
