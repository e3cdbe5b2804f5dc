package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.WatchStep;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.jobs.config.PassageConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage watch approve ID}. */
@Command(
    name = "approve",
    description = {
      "Approves an entry that somebody else proposed, shows it, and waits until it is in force.",
      ChangeCommand.JSON_HELP
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the entry is approved, and in force if its time has come",
      "1:it cannot be approved, or the job refused it or did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ApproveCommand extends ChangeCommand {

  @Parameters(paramLabel = "ID", description = "The entry, as list shows it.")
  private String id = "";

  @Option(
      names = "--approver",
      paramLabel = "NAME",
      required = true,
      description = "Who decides: a service or function, never the one that asked.")
  private String approver = "";

  @Override
  int change(PassageConfig config) {
    Instant now = Instant.now();
    try (WatchTopics topics = new WatchTopics(config)) {
      Optional<WatchEntry> known = topics.find(id);
      if (known.isEmpty()) {
        return refuse(ExistingEntry.unknown(id));
      }
      WatchEntry proposed = known.get();
      List<String> faults = new ArrayList<>(ExistingEntry.over(proposed, now));
      if (faults.isEmpty() && proposed.getStatus() == WatchStatus.APPROVED) {
        return unchanged(proposed, "is approved already, by " + proposed.getApprover());
      }
      if (!isForScripts()) {
        out().println(EntryText.card(proposed, EntryState.of(proposed, false, now), now));
      }
      WatchEntry approved =
          ExistingEntry.next(proposed)
              .setStatus(WatchStatus.APPROVED)
              .setApprover(approver.strip())
              .build();
      faults.addAll(EntryFaults.of(approved, new Recipients(config.detection().recipients())));
      return faults.isEmpty() ? approve(topics, approved, now) : refuse(faults);
    }
  }

  private int approve(WatchTopics topics, WatchEntry approved, Instant now) {
    boolean begun = !approved.getStartsAt().isAfter(now);
    return send(
        topics,
        List.of(approved),
        begun ? WatchStep.ACTIVE : WatchStep.APPROVED,
        begun
            ? "is in force"
            : "is approved and begins on %s; told"
                .formatted(EntryText.when(approved.getStartsAt())));
  }
}
