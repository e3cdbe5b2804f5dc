package eu.passage.cep.followup;

import eu.passage.avro.AlertAction;

/** Why what somebody wants to do with an alert cannot be done. */
public enum Refusal {
  /** There never was such an alert, or it is over. */
  NOT_OPEN,
  /** It is open, and others were told of it. */
  NOT_TOLD;

  /** The same in a sentence, for the dead letter and the command line. */
  public String why(AlertAction action) {
    return switch (this) {
      case NOT_OPEN -> "alert %s is not open".formatted(action.getAlertId());
      case NOT_TOLD ->
          "%s was not told of alert %s".formatted(action.getRecipient(), action.getAlertId());
    };
  }
}
