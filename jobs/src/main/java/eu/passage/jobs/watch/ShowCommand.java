package eu.passage.jobs.watch;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Shown;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage watch show ID}. */
@Command(
    name = "show",
    description = {
      "Shows all that an entry says; times are those of Brussels.",
      "With --json one object with all its fields, its state among them."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:shown",
      "1:there is no such entry",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand extends LiveCommand {

  @Parameters(paramLabel = "ID", description = "The entry, as list shows it.")
  private String id = "";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    KnownEntries known = new KnownEntries();
    try (WatchTopics topics = new WatchTopics(config)) {
      topics.find(id).ifPresent(known::entry);
      topics.readEvents(id, known::event);
    }
    Instant now = Instant.now();
    List<KnownEntries.Row> rows = known.rows(state -> true, now);
    if (rows.isEmpty()) {
      ExistingEntry.unknown(id).forEach(this::say);
      return ExitCode.NEGATIVE;
    }
    for (KnownEntries.Row row : rows) {
      if (json) {
        answer(EntryLine.json(row.entry(), row.state()));
      } else {
        answer(EntryText.card(row.entry(), row.state(), now));
        row.faults().forEach(fault -> answer("  refused    " + Shown.text(fault)));
      }
    }
    return ExitCode.OK;
  }
}
