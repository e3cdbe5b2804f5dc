package eu.passage.jobs.watch;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage watch list}. */
@Command(
    name = "list",
    description = {
      "Shows the watch entries, those in force first; times are those of Brussels.",
      "active: it matches. not yet: approved, and begins later. proposed: waits for somebody to"
          + " approve it. refused: the job found faults in this version. With --all also expired"
          + " and withdrawn ones.",
      "With --json one object a line with all fields of the entry, its state among them."
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

  @Option(names = "--all", description = "Also those that are expired or withdrawn.")
  private boolean all;

  @Option(names = "--json", description = "One JSON object a line for each entry.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    KnownEntries known = new KnownEntries();
    try (WatchTopics topics = new WatchTopics(config)) {
      topics.read(known::entry);
      topics.readEvents(known::event);
    }
    Instant now = Instant.now();
    List<KnownEntries.Row> rows = known.rows(state -> all || state.isOpen(), now);
    if (json) {
      rows.forEach(row -> out().println(EntryLine.json(row.entry(), row.state())));
    } else {
      EntryTable.of(rows, now).forEach(out()::println);
    }
    out().flush();
    if (rows.isEmpty()) {
      say(all ? "There are no watch entries." : "No watch entry is open; --all shows the others.");
    }
    return ExitCode.OK;
  }
}
