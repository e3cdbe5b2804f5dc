package eu.passage.jobs.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage rules list}. */
@Command(
    name = "list",
    description = {
      "Shows the rules of the running system and how each fares; times are those of Brussels.",
      "ACTIVE: asked about every passage. WAITING: written, but not every subtask has it yet."
          + " REMOVING: taken away, but not every subtask has let it go. REFUSED: it does not"
          + " compile there; the version before goes on. FAILED: it broke and is switched off;"
          + " deploy it again to switch it on."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListCommand extends LiveCommand {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Wording.ZONE);

  @Option(names = "--json", description = "One JSON object a line for each rule.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    KnownRules known;
    try (RuleTopics topics = new RuleTopics(config)) {
      known = topics.read();
    }
    List<RuleRow> rows = known.rows();
    if (json) {
      rows.forEach(row -> out().println(Json.line(json(row))));
    } else {
      out().print(RuleTable.of(rows, SINCE));
    }
    out().flush();
    remarks(known, rows);
    return ExitCode.OK;
  }

  private void remarks(KnownRules known, List<RuleRow> rows) {
    if (rows.isEmpty()) {
      say("There are no rules.");
    }
    if (!known.anyJobAnswered()) {
      say("No detection job has answered on this broker yet: is one running?");
    } else {
      List<String> open =
          rows.stream().filter(row -> row.answered() < row.subtasks()).map(RuleRow::id).toList();
      if (!open.isEmpty()) {
        say(
            "Not every subtask has answered for %s: is the detection job running?"
                .formatted(String.join(", ", open)));
      }
    }
  }

  private static ObjectNode json(RuleRow row) {
    return Json.object()
        .put("rule", row.id())
        .put("version", row.version())
        .put("state", row.state().name())
        .put("author", row.author())
        .put("since", row.since().toString())
        .put("matches", row.matches())
        .put("suppressed", row.suppressed())
        .put("message", row.message())
        .put("answered", row.answered())
        .put("subtasks", row.subtasks());
  }
}
