package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.notices.Recipients;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.kafka.TopicTransaction;
import eu.passage.schemas.text.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage watch import FILE.csv}. */
@Command(
    name = "import",
    description = {
      "Brings in a new making of a list of many vehicles: what is new or changed is written, what is"
          + " no longer on it is withdrawn, the rest is confirmed. All of it is in force at once;"
          + " an import that breaks off changes nothing.",
      "The first line of the file names its columns: plate and country, and where rows differ case,"
          + " offence, type, colour, make. What all have in common is said by options. Nothing is"
          + " written unless every row is right. --until as a span begins anew with each making, so"
          + " that every entry is written again; a day leaves alone what did not change.",
      "A row that somebody withdrew by hand stays out as long as makings still have it.",
      "With --json one object: {\"list\",\"making\",\"rows\",\"new\",\"changed\",\"unchanged\","
          + "\"withdrawn\",\"keptOut\"}, or {\"fault\"} for each thing that is missing or wrong."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the list is written; the job tells on watch-events what became of each entry",
      "1:the file or a row is wrong, or an older making than the one in force, or another import"
          + " of the list took over",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand extends LiveCommand {

  private static final int LONGEST_DAYS = 366;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.csv", description = "The list, UTF-8.")
  private Path file = Path.of("");

  @Option(names = "--list", paramLabel = "NAME", required = true, description = "The list's name.")
  private String list = "";

  @Option(
      names = "--made-at",
      paramLabel = "WHEN",
      required = true,
      description = "When the file was made by whoever keeps the list, ISO 8601.")
  private String madeAt = "";

  @Option(
      names = "--approver",
      paramLabel = "NAME",
      required = true,
      description = "Who approved the list: never the requester.")
  private String approver = "";

  @Option(
      names = "--stale-after",
      paramLabel = "SPAN",
      description =
          "A newer making is due so long after --made-at, or operators are told: 36h, 90m (default:"
              + " detection.watch.staleAfter of the configuration).")
  private String staleAfter = "";

  @Mixin private EntryOptions options = new EntryOptions();

  @Option(names = "--json", description = "One JSON object instead of words.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Instant now = Instant.now();
    if (list.isBlank() || !options.plate.isEmpty() || !options.country.isEmpty()) {
      throw wrong("A list has a name, and its rows have the plates: leave out --plate, --country");
    }
    Instant made =
        Moments.parse(madeAt, now)
            .filter(moment -> !moment.isAfter(now))
            .orElseThrow(
                () -> wrong("--made-at: '%s' is no moment up to now, ISO 8601".formatted(madeAt)));
    Duration stale = staleAfter(config);
    List<String> faults = new ArrayList<>();
    WatchEntry common = Draft.typed(options, now, faults);
    if (!faults.isEmpty()) {
      return refuse(faults);
    }
    ListRows rows =
        new ListRows(common, list, made, approver, new Recipients(config.detection().recipients()));
    try {
      return swap(config, rows, stale);
    } catch (TopicTransaction.OvertakenException e) {
      return refuse(List.of("another import of " + list + " has begun and took over"));
    } catch (ListFile.NoListException e) {
      return refuse(List.of(String.valueOf(e.getMessage())));
    }
  }

  private Duration staleAfter(PassageConfig config) {
    if (staleAfter.isBlank()) {
      return config.detection().watch().staleAfter();
    }
    return Durations.parse(staleAfter)
        .filter(span -> span.toMinutes() > 0 && span.toDays() <= LONGEST_DAYS)
        .orElseThrow(
            () ->
                wrong(
                    "--stale-after: '%s' is no span from a minute to %d days, such as 36h"
                        .formatted(staleAfter, LONGEST_DAYS)));
  }

  private int swap(PassageConfig config, ListRows rows, Duration stale)
      throws ListFile.NoListException {
    ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
    ListFile source = new ListFile(file);
    bar.show(0, "checking " + list);
    int count = source.read(rows::check);
    bar.clear();
    if (!rows.faults().isEmpty()) {
      return refuse(rows.faults());
    } else if (count == 0) {
      return refuse(List.of(file + " has no rows: it would withdraw the whole list"));
    }
    WatchEntry common = rows.common();
    Instant made = common.getMadeAt();
    try (ListSwap swap = new ListSwap(config, list, count, bar)) {
      KnownList known = swap.known();
      if (made.isBefore(known.madeAt())) {
        bar.clear();
        return refuse(
            List.of(
                "the file was made at %s, and a newer one of %s is in force"
                    .formatted(made, known.madeAt())));
      }
      WatchAudit.imported(
          config,
          common,
          list,
          "making %d, made at %s, %d rows, approved by %s"
              .formatted(known.making() + 1, made, count, approver));
      swap.write(source, rows, count);
      swap.withdrawMissing(options.requester.strip());
      WatchListMaking making = swap.commit(common, stale);
      bar.clear();
      tell(making);
      return ExitCode.OK;
    }
  }

  private void tell(WatchListMaking making) {
    if (json) {
      answer(
          Json.line(
              Json.object()
                  .put("list", list)
                  .put("making", making.getMaking())
                  .put("rows", making.getRows())
                  .put("new", making.getAdded())
                  .put("changed", making.getChanged())
                  .put("unchanged", making.getUnchanged())
                  .put("withdrawn", making.getWithdrawn())
                  .put("keptOut", making.getKeptOut())));
      return;
    }
    String keptOut =
        making.getKeptOut() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", %,d kept out since somebody withdrew them", making.getKeptOut());
    answer(
        String.format(
            Locale.ROOT,
            "%s, making %d: %,d rows; %,d new, %,d changed, %,d unchanged, %,d withdrawn%s",
            Shown.text(list),
            making.getMaking(),
            making.getRows(),
            making.getAdded(),
            making.getChanged(),
            making.getUnchanged(),
            making.getWithdrawn(),
            keptOut));
  }

  private int refuse(List<String> faults) {
    for (String fault : faults) {
      if (json) {
        answer(Json.line(Json.object().put("fault", fault)));
      } else {
        say("- " + Shown.text(fault));
      }
    }
    say("Nothing was written.");
    return ExitCode.NEGATIVE;
  }
}
