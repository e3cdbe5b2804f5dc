package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertUpdate;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Spans;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage alerts figures}. */
@Command(
    name = "figures",
    description = {
      "Counts the alerts of watch entries by entry list and by camera: how many were seen, how many"
          + " were true, how many were false and why, how many nobody followed up.",
      "SEEN: acknowledged or closed by somebody. FALSE: misread, wrong country, stale entry or"
          + " cloned plate. FALSE %%: of those of which somebody said what they were. Alerts of rules"
          + " are not counted. It reads the topics alerts and alert-updates.",
      "With --json one object a line: {\"by\":\"list\",\"name\",\"hits\",\"acknowledged\","
          + "\"confirmed\",\"false\",\"misread\",\"wrongCountry\",\"staleEntry\",\"cloned\","
          + "\"noFollowUp\",\"shareFalse\"}, by being list, camera or all."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FiguresCommand extends LiveCommand {

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "30d",
      description = "Alerts told in so long a time (default: ${DEFAULT-VALUE}).")
  private String since = "30d";

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Duration span = Spans.parse("--since", since, command);
    Instant first = Instant.now().minus(span);
    AlertBook book = new AlertBook();
    try (CompactedTopic<Alert> alerts = new CompactedTopic<>(config, Topic.ALERTS, Alert.class);
        CompactedTopic<AlertUpdate> updates =
            new CompactedTopic<>(config, Topic.ALERT_UPDATES, AlertUpdate.class)) {
      alerts.skipTo(first);
      updates.skipTo(first);
      alerts.toEnd(entry -> entry.value().ifPresent(book::raised));
      updates.toEnd(entry -> entry.value().ifPresent(book::updated));
    }
    (json ? FigureTable.json(book) : FigureTable.lines(book)).forEach(this::answer);
    if (book.total().hits() == 0) {
      say("No watch entry raised an alert in the last %s.".formatted(since));
    }
    return ExitCode.OK;
  }
}
