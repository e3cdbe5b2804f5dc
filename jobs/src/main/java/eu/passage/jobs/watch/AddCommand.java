package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStep;
import eu.passage.cep.notices.Recipients;
import eu.passage.jobs.config.PassageConfig;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code passage watch add}. */
@Command(
    name = "add",
    description = {
      "Proposes a watch entry; it matches once another person has approved it.",
      "Nothing is written unless everything is there that the law and this system ask; what is"
          + " missing or wrong is told at once, all of it.",
      ChangeCommand.JSON_HELP
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the entry is proposed",
      "1:something is missing or wrong, or the job refused it or did not answer",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AddCommand extends ChangeCommand {

  @Mixin private EntryOptions options = new EntryOptions();

  @Override
  int change(PassageConfig config) {
    Recipients recipients = new Recipients(config.detection().recipients());
    Draft draft = Draft.of(options, recipients, Instant.now());
    if (!draft.faults().isEmpty()) {
      return refuse(draft.faults());
    }
    WatchEntry entry = draft.entry();
    try (WatchTopics topics = new WatchTopics(config)) {
      return send(
          topics,
          List.of(entry),
          WatchStep.PROPOSED,
          "is proposed; another person decides: passage watch approve %s --approver NAME. Told"
              .formatted(entry.getEntryId()));
    }
  }
}
