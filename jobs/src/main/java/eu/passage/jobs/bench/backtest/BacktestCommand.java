package eu.passage.jobs.bench.backtest;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.backtest.Backtest;
import eu.passage.jobs.backtest.RuleVersions;
import eu.passage.jobs.backtest.input.PassageFiles;
import eu.passage.jobs.backtest.report.BacktestResult;
import eu.passage.jobs.backtest.tally.RuleTally;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.scenario.BorderMonth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench backtest}. */
@Command(
    name = "backtest",
    description = {
      "Measures how fast rules are tried on a month of recorded passages.",
      "",
      "Writes a month over the border as a table, the same each time, into the folder for temporary"
          + " files (700 MB for ten million), and tries ten rules of all kinds on it, or the shipped"
          + " ones, as 'rules backtest' does."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:as fast as wanted, which is a minute for ten million",
      "1:slower",
      "2:the command line is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BacktestCommand implements Callable<Integer> {

  private static final String RULES = "rules.yaml";
  private static final String TEN = "ten";
  private static final String SHIPPED = "shipped";
  private static final long SEED = 7;
  private static final long LEAST = 1_000;
  private static final int BUFFER = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--passages",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "About so many passages (default: ${DEFAULT-VALUE}).")
  private long passages = 10_000_000;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each operator (default: ${DEFAULT-VALUE}).")
  private int cores = 2;

  @Option(
      names = "--rules",
      paramLabel = "WHICH",
      split = ",",
      defaultValue = TEN,
      description = {
        "'ten' of all kinds, 'shipped' for all that come with Passage, or names of shipped rules,"
            + " separated by commas (default: ${DEFAULT-VALUE})."
      })
  private List<String> which = List.of(TEN);

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (passages < LEAST || cores < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--passages must be at least %d and --cores at least 1".formatted(LEAST));
    }
    String text = rules();
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    PassageConfig config = ConfigFile.defaults();
    Path table = Files.createTempFile("passage-month-", ".csv");
    table.toFile().deleteOnExit(); // where somebody stops it
    try {
      progress.show(0, "writing a month of passages");
      write(table, config);
      Finding finding = measure(text, table, config, progress);
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? Json.line(finding.json()) : finding.text());
      out.flush();
      return finding.target().isMet() ? ExitCode.OK : ExitCode.NEGATIVE;
    } finally {
      progress.clear();
      Files.delete(table);
    }
  }

  private void write(Path table, PassageConfig config) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(table), BUFFER)) {
      new BorderMonth(config.catalogue(), passages, SEED).write(out);
    }
  }

  private Finding measure(String text, Path table, PassageConfig config, ProgressBar progress)
      throws Exception {
    DetectionSettings settings = config.detection().settings(config.catalogue());
    RuleLanguage language = new RuleLanguage(settings.cameras(), settings.ruleLimits());
    RuleVersions rules = new RuleVersions(language.parse(RULES, text), List.of());
    long begun = System.nanoTime();
    double cpu = ThisProcess.cpuSeconds();
    BacktestResult result;
    try (PassageFiles input = new PassageFiles(List.of(table), config.catalogue(), cores)) {
      result =
          new Backtest(cores, Duration.ZERO, 0).run(input, rules, settings, alert -> {}, progress);
    }
    return new Finding(
        result.read().passages(),
        Files.size(table),
        result.rules().size(),
        cores,
        Runtime.getRuntime().maxMemory(),
        (System.nanoTime() - begun) / 1e9,
        ThisProcess.cpuSeconds() - cpu,
        ThisProcess.mostResident(),
        result.tally().told(),
        result.tally().rules().values().stream().mapToLong(BacktestCommand::suppressed).sum());
  }

  private static long suppressed(RuleTally rule) {
    return rule.once() + rule.unless();
  }

  /** The text of the rules that are wanted. */
  private String rules() throws IOException {
    if (which.equals(List.of(TEN))) {
      return ten();
    }
    List<String> names = which.equals(List.of(SHIPPED)) ? ShippedRules.ALL : which;
    for (String name : names) {
      if (!ShippedRules.ALL.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "--rules: no rule '%s' is shipped. There are: %s; or %s, or %s"
                .formatted(name, String.join(", ", ShippedRules.ALL), TEN, SHIPPED));
      }
    }
    return names.stream().map(ShippedRules::text).collect(Collectors.joining("\n---\n"));
  }

  private static String ten() throws IOException {
    try (InputStream in = BacktestCommand.class.getResourceAsStream(RULES)) {
      if (in == null) {
        throw new IllegalStateException(RULES + " is part of this module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
