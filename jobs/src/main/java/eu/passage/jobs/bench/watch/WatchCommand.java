package eu.passage.jobs.bench.watch;

import eu.passage.cep.DetectionSettings;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.bench.rules.BenchCluster;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.ProgressBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench watch}. */
@Command(
    name = "watch",
    description = {
      "Counts right and false alarms over a simulated month, beside those of plain matching.",
      "",
      "Every passage is read with the errors that the reader was measured to make ('evaluate"
          + " --reads'), carried over to other plates; the month goes through the operators of the"
          + " detection job. 'listed passages found' counts the passages of listed vehicles,"
          + " whether they were read rightly or not."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every target is met",
      "1:a target is missed",
      "2:the command line or the configuration is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class WatchCommand implements Callable<Integer> {

  private static final long SEED = 20260301;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "Days (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(
      names = "--per-day",
      paramLabel = "N",
      defaultValue = "45000",
      description = "Passages a day, a multiple of five (default: ${DEFAULT-VALUE}).")
  private int perDay = 45_000;

  @Option(
      names = "--list",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Entries (default: ${DEFAULT-VALUE}).")
  private int list = 10_000;

  @Option(names = "--json", description = "One JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (days < 1 || perDay < 5 || perDay % 5 != 0 || list < 1) {
      throw new ParameterException(
          spec.commandLine(), "Numbers must be above 0, and --per-day a multiple of five");
    }
    PassageConfig settings = config.read();
    DetectionSettings detection = settings.detection().settings(settings.catalogue());
    ReaderErrors errors = ReaderErrors.shipped();
    WatchMonth month = new WatchMonth(SEED, days, perDay, list, settings.catalogue(), errors);
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    Path work = Files.createTempDirectory("passage-bench-watch");
    MonthReport report;
    try (BenchCluster cluster = BenchCluster.start(work)) {
      report =
          new MonthBench(month, detection, (what, share) -> progress.show(share, what))
              .run(cluster, errors.basis());
    } finally {
      progress.clear();
      delete(work);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.line(report.json()) : report.table());
    out.flush();
    return report.good() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private static void delete(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
