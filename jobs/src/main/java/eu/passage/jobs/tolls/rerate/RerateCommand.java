package eu.passage.jobs.tolls.rerate;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.files.TariffFiles;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.FaultText;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.kafka.NoAnswerException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage tolls rerate [FILE…]}. */
@Command(
    name = "rerate",
    description = {
      "Rates stored toll events again, after a version of a tariff came that holds for days that are"
          + " past, and asks the toll job for a correction of each event that this changes: in the"
          + " tariff or its version, the amount, the currency or the value added tax. Nothing is"
          + " overwritten, and run twice it does nothing more.",
      "It reads the files of tollArchive.files, else the table of tollArchive.database, else the"
          + " topic toll-events. Start the toll job with the new tariffs first.",
      "With --json one object a line for each day and pair of tariffs, {\"day\",\"before\",\"events\","
          + "\"currency\",\"amountBefore\",\"after\",\"amountAfter\",\"review\"}, with \"left\" instead"
          + " of the last three where events were left as they are, and why; then"
          + " {\"source\",\"changed\",\"left\",\"dryRun\",\"notes\"}."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is done that was to be done",
      "1:a tariff is wrong, or events had to be left as they are",
      "2:the command line or the configuration is wrong",
      "3:Kafka, the registry, the files or the database does not answer, or the job failed"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RerateCommand extends LiveCommand {

  private static final Logger LOG = LoggerFactory.getLogger(RerateCommand.class);

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Files of tariffs, all that were ever in force: an event of which none of them is, is left"
              + " as it is (default: those of the configuration).")
  private List<String> files = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description =
          "Passages before this local day are not changed, and little before it is read (default:"
              + " all that is stored).")
  private @Nullable String from;

  @Option(names = "--dry-run", description = "Say what would change, and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  private boolean onCluster;

  /** The same as a job that was submitted to a cluster. */
  public static RerateCommand onACluster() {
    RerateCommand command = new RerateCommand();
    command.onCluster = true;
    return command;
  }

  @Override
  protected int run(PassageConfig config) {
    TariffTable tariffs;
    try {
      tariffs =
          files.isEmpty()
              ? config.tolls().settings().tariffs()
              : TariffFiles.table(TariffFiles.read(files));
    } catch (RuleException e) {
      FaultText.tell(e.faults(), json, out());
      return ExitCode.NEGATIVE;
    }
    RerateRun run = new RerateRun(config, tariffs, day(), dryRun);
    try {
      RerateSummary summary = onCluster ? run.onCluster() : run.here();
      (json ? summary.json() : summary.words()).forEach(this::answer);
      return summary.left() == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    } catch (NoAnswerException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    } catch (Exception e) {
      LOG.error("the re-rating failed", e);
      say("It failed: %s".formatted(reason(e)));
      return ExitCode.FAILURE;
    }
  }

  /** What a person can do something about, where it is among the causes. */
  private static String reason(Exception e) {
    return ExceptionUtils.findThrowable(e, NoAnswerException.class)
        .<Throwable>map(found -> found)
        .orElseGet(() -> root(e))
        .toString()
        .replaceFirst("^[\\w.$]+: ", "");
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private @Nullable LocalDate day() {
    try {
      return from == null ? null : LocalDate.parse(from);
    } catch (DateTimeParseException e) {
      throw wrong("--from: '%s' is no day; write one such as 2026-03-10".formatted(from));
    }
  }
}
