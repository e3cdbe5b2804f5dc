package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.config.PassageConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage watch withdraw ID}. */
@Command(
    name = "withdraw",
    description = {
      "Takes an entry back: it matches no more, and its open alerts are withdrawn everywhere.",
      "A row of a list that is taken back stays out while makings of the list still have it; once"
          + " one does not, a later one may bring it again.",
      ChangeCommand.ALERTS_HELP,
      ChangeCommand.JSON_HELP
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the entry is withdrawn, and all who were told of its open alerts know",
      "1:there is no such entry, or it is over already, or the job did not answer in time",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WithdrawCommand extends ChangeCommand {

  @Parameters(paramLabel = "ID", description = "The entry, as list shows it.")
  private String id = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      required = true,
      description = "Who takes it back: a service or function.")
  private String by = "";

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for those who were told of the vehicle.")
  private String because = "";

  @Override
  int change(PassageConfig config) {
    if (by.isBlank() || because.isBlank()) {
      throw wrong("Who withdraws it, and why? Write --by NAME --because TEXT");
    }
    try (WatchTopics topics = new WatchTopics(config)) {
      Optional<WatchEntry> known = topics.find(id);
      if (known.isEmpty()) {
        return refuse(ExistingEntry.unknown(id));
      }
      List<String> over = ExistingEntry.over(known.get(), Instant.now());
      if (!over.isEmpty()) {
        return refuse(over);
      }
      WatchEntry withdrawn =
          ExistingEntry.next(known.get())
              .setStatus(WatchStatus.WITHDRAWN)
              .setWithdrawnBy(by.strip())
              .setWithdrawnBecause(because.strip())
              .setWithdrawnByHand(!known.get().getList().isEmpty())
              .build();
      return withdraw(topics, List.of(withdrawn), WatchStep.WITHDRAWN, "is withdrawn");
    }
  }
}
