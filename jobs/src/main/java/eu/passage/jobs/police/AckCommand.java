package eu.passage.jobs.police;

import eu.passage.avro.Outcome;
import picocli.CommandLine.Command;

/** {@code passage alerts ack ALERT}. */
@Command(
    name = "ack",
    description = {
      "Says that an alert is seen and being dealt with, and waits for the running job's answer.",
      "Who acknowledges one of a row of alerts of the same vehicle does so for all of it. Only a"
          + " service that was told of the alert may.",
      "With --json one object:"
          + " {\"alert\",\"action\",\"state\",\"outcome\",\"seconds\",\"message\"}. state:"
          + " ACKNOWLEDGED, REFUSED, WAITING where no job answered, WRITTEN (--no-wait), or UNKNOWN"
          + " where nothing was sent."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the alert is acknowledged",
      "1:there is no such alert (nothing was sent), or the job refused or did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AckCommand extends ActOnAlertCommand {

  @Override
  Outcome outcome() {
    return Outcome.OPEN;
  }

  @Override
  String comment() {
    return "";
  }
}
