package eu.passage.jobs.bench.rules;

import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ProgressBar;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench rules}. */
@Command(
    name = "rules",
    description = {
      "Measures what rules cost, on a generated week of traffic over a border.",
      "",
      "  pass-through  source, keyBy, discard: what Flink itself costs",
      "  flink-cep     CEP.pattern, one operator for each rule as it has to be, event time, the",
      "                same compact passages and the same compiled predicates; its matches are",
      "                only counted",
      "  Passage       the operators of the detection job; rules come as texts on their own stream",
      "                and are compiled there; alerts are written with their sentences in three",
      "                languages",
      "",
      "All run in one cluster of this process, in turns, on one slot, with the jobs' own settings but"
          + " without checkpoints: those are paid by the clock and not by the passage. Passages lie"
          + " in memory; a watermark follows every 256 of them. Whole records, which alerts quote,"
          + " are in no contender's state.",
      "",
      "A figure counts the time that all threads of this process spent on a processor, the garbage"
          + " collector's too, less what it costs when idle and less what Java's compilers take."
          + " After a warm-up figures are medians over the rounds, ratios the medians of each"
          + " round's. A contender whose round takes long has but one.",
      "",
      "Parts:",
      "  heap     four rules (six crossings within a day, night dash, did not return, one passage)",
      "           with state on the heap; first, whether flink-cep finds the same",
      "  rocksdb  the same in RocksDB, on the week's first passages, since flink-cep is slow there;",
      "           without flink-cep on the whole week",
      "  rules    4 to 512 rules whose predicates differ, 4 and 512 that differ in numbers only",
      "  state    bytes for each vehicle",
      "  scale    the heap and RocksDB with many more vehicles",
      "  growth   vehicles that pass once and never come again, evenly over some days, through",
      "           Passage with four rules: what is kept every five days, and how long the sweep",
      "           that forgets them holds the operator up. RocksDB gets a fifth of the vehicles.",
      "           Ten million vehicles need two gigabytes of heap"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:measured, and every target is met",
      "1:measured, but a target is missed or flink-cep finds other things",
      "2:the command line is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description = "heap, rocksdb, rules, state, scale, growth; left out: all.")
  private List<Part> parts = List.of(Part.values());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Processor time after which a contender did not finish (default: ${DEFAULT-VALUE}).")
  private int limit = 60;

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Of the week (default: ${DEFAULT-VALUE}).")
  private int vehicles = 10_000;

  @Option(
      names = "--passages",
      paramLabel = "N",
      defaultValue = "300000",
      description = "Of the week, about (default: ${DEFAULT-VALUE}).")
  private int passages = 300_000;

  @Option(
      names = "--many-vehicles",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Of the large week (default: ${DEFAULT-VALUE}).")
  private int manyVehicles = 1_000_000;

  @Option(
      names = "--many-passages",
      paramLabel = "N",
      defaultValue = "1500000",
      description = "Of the large week, about (default: ${DEFAULT-VALUE}).")
  private int manyPassages = 1_500_000;

  @Option(
      names = "--bearable",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "So many of the week's passages flink-cep gets on RocksDB (default: ${DEFAULT-VALUE}).")
  private int bearable = 20_000;

  @Option(
      names = "--growth-vehicles",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "That pass once (default: ${DEFAULT-VALUE}).")
  private int growthVehicles = 10_000_000;

  @Option(
      names = "--growth-days",
      paramLabel = "N",
      defaultValue = "60",
      description = "In which they do; five at least (default: ${DEFAULT-VALUE}).")
  private int growthDays = 60;

  @Option(
      names = "--profile",
      paramLabel = "FILE.jfr",
      description =
          "Records Passage with four rules on the heap by Java's flight recorder, and says where"
              + " the time goes.")
  private @Nullable Path profile;

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (Stream.of(rounds, limit, vehicles, passages, manyVehicles, manyPassages, bearable)
        .anyMatch(number -> number < 1)) {
      throw new ParameterException(spec.commandLine(), "All numbers must be above 0");
    }
    Weeks weeks = new Weeks(vehicles, passages, manyVehicles, manyPassages, bearable, seenOnce());
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    Path work = Files.createTempDirectory("passage-bench-rules");
    RulesReport report;
    try (BenchCluster cluster = BenchCluster.start(work)) {
      Steps steps = new Steps((what, share) -> progress.show(share, what));
      steps.prepare("looking what nothing costs");
      RuleJob jobs = RuleJob.of(cluster, Duration.ofSeconds(limit));
      report = new RulesBench(jobs, weeks, rounds, steps).run(EnumSet.copyOf(parts), profile);
    } finally {
      progress.clear();
      FileUtils.deleteDirectoryQuietly(work.toFile());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? report.json() : report.table());
    out.flush();
    return report.good() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private SeenOnce seenOnce() {
    try {
      return new SeenOnce(growthVehicles, growthDays);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
