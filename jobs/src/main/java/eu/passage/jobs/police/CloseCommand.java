package eu.passage.jobs.police;

import eu.passage.avro.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage alerts close ALERT}. */
@Command(
    name = "close",
    description = {
      "Says what an alert was found to be, and waits for the running job's answer.",
      "confirmed: it was the vehicle. misread: the plate was read wrongly; the same read is not told"
          + " again for this entry. wrong-country: a plate of another country. stale-entry: the"
          + " entry should have been withdrawn. cloned: another vehicle carries the plate.",
      "With --json one object:"
          + " {\"alert\",\"action\",\"state\",\"outcome\",\"seconds\",\"message\"}. state: CLOSED,"
          + " REFUSED, WAITING where no job answered, WRITTEN (--no-wait), or UNKNOWN where nothing"
          + " was sent."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the alert is closed",
      "1:there is no such alert (nothing was sent), or the job refused or did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CloseCommand extends ActOnAlertCommand {

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      required = true,
      converter = OutcomeName.class,
      description = "confirmed, misread, wrong-country, stale-entry or cloned.")
  private Outcome outcome = Outcome.OPEN;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "For those who were told; never names of persons.")
  private String comment = "";

  @Override
  Outcome outcome() {
    return outcome;
  }

  @Override
  String comment() {
    return comment;
  }
}
