package eu.passage.jobs.bench.tolls;

import eu.passage.cep.toll.TollSettings;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.ProgressBar;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench tolls}. */
@Command(
    name = "tolls",
    description = {
      "Measures what a toll event costs, from a truck's passage to its numbered event, and how many"
          + " rows a second a database takes.",
      "",
      "The toll job's operators run on the heap over trucks that pass twice a day for ten days,"
          + " with the configured tariffs. Counted is the time that their threads spend on a"
          + " processor, and not what makes the passages. The database is that of"
          + " tollArchive.database, where it gets a schema of its own that is dropped again; without"
          + " one a PostgreSQL is started on this machine for as long as it takes."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:as fast as it has to be",
      "1:slower",
      "2:the command line is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TollsBenchCommand implements Callable<Integer> {

  private static final int A_DAY = 2;
  private static final int DAYS = 10;
  private static final int WARM_UP = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--trucks",
      paramLabel = "N",
      defaultValue = "15000",
      description = "Different trucks (default: ${DEFAULT-VALUE}).")
  private int trucks = 15_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Rows that the database takes (default: ${DEFAULT-VALUE}).")
  private int rows = 200_000;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (trucks < 1 || rounds < 1 || rows < 1) {
      throw new ParameterException(
          spec.commandLine(), "--trucks, --rounds and --rows must be at least 1");
    }
    PassageConfig read = config.read();
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    TollsReport report;
    try {
      List<PathBench.Measured> measured = path(read, progress);
      progress.show(1, "database");
      boolean own = read.tollArchive().database() != null;
      report = new TollsReport(measured, database(read), own);
    } finally {
      progress.clear();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(report.json()));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return report.target().isMet() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private List<PathBench.Measured> path(PassageConfig read, ProgressBar progress) throws Exception {
    TollSettings settings = read.tolls().settings();
    TruckTraffic traffic = new TruckTraffic(trucks, A_DAY);
    long passages = (long) trucks * A_DAY * DAYS;
    List<PathBench.Measured> measured = new ArrayList<>();
    Path directory = Files.createTempDirectory("passage-bench-");
    try (BenchCluster cluster = BenchCluster.start(directory)) {
      PathBench bench = new PathBench(cluster, read.catalogue(), settings);
      for (int round = 0; round < WARM_UP + rounds; round++) {
        progress.show((double) round / (WARM_UP + rounds), "toll path");
        PathBench.Measured one = bench.round(traffic, passages);
        if (round >= WARM_UP) {
          measured.add(one);
        }
      }
    } finally {
      FileUtils.deleteDirectoryQuietly(directory.toFile());
    }
    return measured;
  }

  private TableBench.Rate database(PassageConfig read) throws Exception {
    DatabaseSettings own = read.tollArchive().database();
    if (own != null) {
      return rate(own, read);
    }
    Path directory = Files.createTempDirectory("passage-bench-");
    try (BenchPostgres postgres = BenchPostgres.start(directory.resolve("postgres"))) {
      return rate(postgres.settings(), read);
    } finally {
      FileUtils.deleteDirectoryQuietly(directory.toFile());
    }
  }

  private TableBench.Rate rate(DatabaseSettings settings, PassageConfig read) throws Exception {
    return TableBench.measure(
        settings, rows, read.tollArchive().batchSize(), read.flink().parallelism());
  }
}
