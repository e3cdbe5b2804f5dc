package eu.passage.jobs.bench.watch;

import eu.passage.cep.DetectionSettings;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.schemas.text.Durations;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.util.FileUtils;
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
      "Measures how rightly and how soon police are told of the vehicles that they ask for.",
      "",
      "Parts:",
      "  month  right and false alarms over a month, beside those of plain matching. Every passage is"
          + " read with the errors that the reader was measured to make ('evaluate --reads'), carried"
          + " over to other plates, and goes through the operators of the detection job. 'listed"
          + " passages found' counts the passages of listed vehicles, whether they were read rightly"
          + " or not",
      "  cost   what entries cost each passage: jobs that differ in their lists alone get the same"
          + " traffic in turns; counted is what the thread of the operator that looks at entries"
          + " spends on a processor",
      "  live   the demonstration, with an entry proposed and approved every second for a vehicle that"
          + " is about to pass: from approval to effect, whether the next passage raises the alert,"
          + " and from a frame being published to its alert being read, all read committed"
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

  @Option(
      names = "--misreads",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "So many times as many misreads as were measured, for worse roads than the measured ones"
              + " (default: ${DEFAULT-VALUE}).")
  private double misreads = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number, other traffic (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--long-list",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Entries of the long list whose cost is measured (default: ${DEFAULT-VALUE}).")
  private int longList = 1_000_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      description = "Rounds of the cost that count (default: ${DEFAULT-VALUE}).")
  private int rounds = 9;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long the live part's cameras run (default: ${DEFAULT-VALUE}).")
  private String lasts = "60s";

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description = "month, cost, live; left out: all.")
  private List<Part> parts = List.of(Part.values());

  @Option(names = "--json", description = "One JSON object instead of the tables.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (days < 1 || perDay < 5 || perDay % 5 != 0 || list < 1 || longList < list || rounds < 1) {
      throw wrong(
          "Numbers must be above 0, --per-day a multiple of five, and --long-list at least --list");
    }
    Duration live =
        Durations.parse(lasts)
            .orElseThrow(
                () ->
                    wrong(
                        "--for: '%s' is no span such as %s".formatted(lasts, Durations.EXAMPLES)));
    PassageConfig settings = config.read();
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    PrintStream out = System.out;
    System.setOut(System.err); // whatever a library prints must not come into the tables
    WatchReport report;
    try {
      report = measure(settings, live, (what, share) -> progress.show(share, what));
    } finally {
      progress.clear();
      System.setOut(out);
    }
    PrintWriter answer = spec.commandLine().getOut();
    answer.println(json ? report.json() : report.table());
    answer.flush();
    return report.good() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private WatchReport measure(
      PassageConfig settings, Duration live, BiConsumer<String, Double> progress) throws Exception {
    Set<Part> wanted = EnumSet.copyOf(parts);
    // first, in a process that holds nothing yet, as the demonstration is
    Optional<LiveReport> soon =
        wanted.contains(Part.LIVE)
            ? Optional.of(LiveBench.run(settings, seed, live, progress))
            : Optional.empty();
    Optional<MonthReport> month =
        wanted.contains(Part.MONTH)
            ? Optional.of(inCluster(1, cluster -> month(settings, progress).run(cluster)))
            : Optional.empty();
    Optional<CostReport> cost =
        wanted.contains(Part.COST)
            ? Optional.of(
                inCluster(
                    CostBench.JOBS,
                    cluster -> cost(settings, progress).run(cluster, list, longList)))
            : Optional.empty();
    return new WatchReport(month, cost, soon);
  }

  private MonthBench month(PassageConfig settings, BiConsumer<String, Double> progress) {
    ReaderErrors errors = ReaderErrors.shipped().withMisreads(misreads);
    WatchMonth month = new WatchMonth(seed, days, perDay, list, settings.catalogue(), errors);
    return new MonthBench(month, detection(settings), errors.basis(), progress);
  }

  private CostBench cost(PassageConfig settings, BiConsumer<String, Double> progress) {
    ReaderErrors errors = ReaderErrors.shipped();
    int needed = (CostBench.passages(rounds) + perDay - 1) / perDay;
    WatchMonth month =
        new WatchMonth(
            seed, needed, perDay, CostBench.listed(longList), settings.catalogue(), errors);
    return new CostBench(month, detection(settings), rounds, progress);
  }

  private static DetectionSettings detection(PassageConfig settings) {
    return settings.detection().settings(settings.catalogue());
  }

  private interface Measurement<T> {
    T run(BenchCluster cluster) throws Exception;
  }

  private static <T> T inCluster(int slots, Measurement<T> measurement) throws Exception {
    Path work = Files.createTempDirectory("passage-bench-watch");
    try (BenchCluster cluster = BenchCluster.start(work, slots)) {
      return measurement.run(cluster);
    } finally {
      FileUtils.deleteDirectoryQuietly(work.toFile());
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
