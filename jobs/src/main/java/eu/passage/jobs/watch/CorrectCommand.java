package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.WatchStep;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.EntryPlates;
import eu.passage.jobs.config.PassageConfig;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage watch correct ID}. */
@Command(
    name = "correct",
    description = {
      "Puts another plate right: withdraws the entry, naming the new one, and proposes that.",
      "Another plate is another vehicle: the new entry matches once somebody has approved it.",
      ChangeCommand.ALERTS_HELP,
      ChangeCommand.JSON_HELP
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the old entry is withdrawn and the new one proposed; all who were told of open alerts know",
      "1:it cannot be corrected so, or the job did not answer in time",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CorrectCommand extends ChangeCommand {

  @Parameters(paramLabel = "ID", description = "The entry, as list shows it.")
  private String id = "";

  @Option(
      names = "--plate",
      paramLabel = "PLATE",
      required = true,
      description = "The plate as it should have been.")
  private String plate = "";

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Its country (default: that of the entry).")
  private String country = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      required = true,
      description = "Who corrects it: a service or function; the requester of the new one.")
  private String by = "";

  @Override
  int change(PassageConfig config) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (WatchTopics topics = new WatchTopics(config)) {
      Optional<WatchEntry> known = topics.find(id);
      if (known.isEmpty()) {
        return refuse(ExistingEntry.unknown(id));
      }
      WatchEntry wrong = known.get();
      List<String> over = ExistingEntry.over(wrong, now);
      WatchEntry right = right(wrong, now);
      if (!over.isEmpty()) {
        return refuse(over);
      } else if (right.getPlate().equals(wrong.getPlate())
          && right.getCountry().equals(wrong.getCountry())) {
        return unchanged(wrong, "has this plate already");
      }
      List<String> faults = EntryFaults.of(right, new Recipients(config.detection().recipients()));
      if (!faults.isEmpty()) {
        return refuse(faults);
      }
      return withdraw(
          topics,
          List.of(withdrawn(wrong, right), right),
          WatchStep.CORRECTED,
          "is withdrawn; %s takes its place once another person approves it: told"
              .formatted(right.getEntryId()));
    }
  }

  private WatchEntry right(WatchEntry wrong, Instant now) {
    String written = country.isBlank() ? wrong.getCountry() : country;
    return WatchEntry.newBuilder(wrong)
        .setEntryId(EntryIds.next())
        .setVersion(1)
        .setStatus(WatchStatus.PROPOSED)
        .setPlate(EntryPlates.normalise(plate))
        .setCountry(written.strip().toUpperCase(Locale.ROOT))
        .setRequester(by.strip())
        .setApprover(null)
        .setMadeAt(now)
        .setList(
            "") // a row that was put right is an entry of its own: its list knows nothing of it
        .setListVersion(0)
        .setCorrects(wrong.getEntryId())
        .build();
  }

  private WatchEntry withdrawn(WatchEntry wrong, WatchEntry right) {
    return ExistingEntry.next(wrong)
        .setStatus(WatchStatus.WITHDRAWN)
        .setWithdrawnBy(by.strip())
        .setWithdrawnBecause("the plate was wrong")
        .setCorrectedBy(right.getEntryId())
        .setWithdrawnByHand(!wrong.getList().isEmpty())
        .build();
  }
}
