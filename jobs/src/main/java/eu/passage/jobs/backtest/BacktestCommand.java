package eu.passage.jobs.backtest;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.language.RuleLimits;
import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.backtest.RuleFiles.FaultyRulesException;
import eu.passage.jobs.backtest.input.PassageFiles;
import eu.passage.jobs.backtest.input.PassageInput;
import eu.passage.jobs.backtest.input.PassageTopic;
import eu.passage.jobs.backtest.input.ReadSummary;
import eu.passage.jobs.backtest.input.UnusableInputException;
import eu.passage.jobs.backtest.report.BacktestResult;
import eu.passage.jobs.backtest.report.HtmlReport;
import eu.passage.jobs.backtest.report.SummaryText;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Durations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage rules backtest FILE…}: what rules would have raised on recorded passages. */
@Command(
    name = "backtest",
    description = {
      "Tries rules on recorded passages and tells what alerts they would have raised.",
      "",
      "A table (*.csv, UTF-8) has a first line that names its columns, in any order: at, camera and"
          + " plate; from, to, country, type, colour and confidence; and make, model, occupants and"
          + " late if wanted. 'at' is ISO-8601 with an offset; from and to are empty unless it is a"
          + " crossing. Lines that cannot be used are counted by reason, and the first of each is"
          + " shown."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "1:a rule is faulty, or too many passages cannot be used (a tenth; with --strict: any)",
      "2:the command line, the configuration or the passages' file is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BacktestCommand implements Callable<Integer> {

  private static final double MOST_REFUSED = 0.1;

  /** Where the passages are: one of the two must be given. */
  private static final class From {

    @Option(
        names = "--passages",
        paramLabel = "FILE",
        description =
            "Recorded passages: a table (*.csv) or an Avro object container file (*.avro) of"
                + " Passage records. May be given more than once.")
    private List<Path> files = List.of();

    @Option(
        names = "--topic",
        description = "What the topic 'passages' of the Kafka in --config holds now.")
    private boolean topic;
  }

  private final BiFunction<CameraCatalogue, RuleLimits, RuleFiles.Parser> language;
  private final RuleReplay replay;
  private final TypeInformation<PassageFacts> type;
  private final int cores;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of rules (YAML).")
  private List<Path> files = List.of();

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "Files with an older version of the rules: tells what the new one adds, drops and keeps.")
  private List<Path> against = List.of();

  @Option(
      names = "--json",
      description =
          "Each alert as a line of JSON on standard output, in order of time; the rest goes to"
              + " standard error.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also writes all that was found as one HTML page.")
  private @Nullable Path report;

  @Option(
      names = "--handling",
      paramLabel = "SPAN",
      defaultValue = "5m",
      description = "What an alert costs who handles it, such as 90s (default: ${DEFAULT-VALUE}).")
  private String handling = "5m";

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How many alerts of each rule the page shows whole (default: ${DEFAULT-VALUE}).")
  private int samples = 10;

  @Option(names = "--strict", description = "Any passage that cannot be used gives exit status 1.")
  private boolean strict;

  @Mixin private ConfigOption config = new ConfigOption();

  BacktestCommand(
      BiFunction<CameraCatalogue, RuleLimits, RuleFiles.Parser> language,
      RuleReplay replay,
      TypeInformation<PassageFacts> type,
      int cores) {
    this.language = language;
    this.replay = replay;
    this.type = type;
    this.cores = cores;
  }

  @Override
  public Integer call() throws Exception {
    PassageConfig settings = config.read();
    CameraCatalogue cameras = settings.catalogue();
    DetectionSettings detection = settings.detection().settings(cameras);
    Backtest backtest = new Backtest(replay, type, cores, handling(), samples);
    RuleVersions rules;
    try {
      RuleFiles.Parser parser = language.apply(cameras, limits(detection));
      rules = new RuleVersions(RuleFiles.read(files, parser), RuleFiles.read(against, parser));
    } catch (FaultyRulesException e) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.NEGATIVE;
    }
    rules.unmatched().forEach(rule -> say("only one version has the rule " + rule));
    try (PassageInput input = input(settings)) {
      ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
      return tell(backtest.run(input, rules, detection, teller(cameras), progress));
    } catch (UnusableInputException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static RuleLimits limits(DetectionSettings settings) {
    return new RuleLimits(settings.history().retention(), 60);
  }

  private Duration handling() {
    return Durations.parse(handling)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--handling: '%s' is no span; write %s"
                        .formatted(handling, Durations.EXAMPLES)));
  }

  private PassageInput input(PassageConfig settings) throws UnusableInputException {
    if (from.topic) {
      return new PassageTopic(settings, cores);
    }
    PassageFiles input = new PassageFiles(from.files, settings.catalogue(), cores);
    input.remarks().forEach(this::say);
    return input;
  }

  private Consumer<RuleAlert> teller(CameraCatalogue catalogue) {
    if (!json) {
      return alert -> {};
    }
    CameraTable cameras = new CameraTable(catalogue);
    PrintWriter out = spec.commandLine().getOut();
    return alert -> out.println(AlertLine.of(alert, cameras));
  }

  private int tell(BacktestResult result) throws java.io.IOException {
    SummaryText summary = new SummaryText(result, bold());
    PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    spec.commandLine().getOut().flush();
    out.print(summary.reading());
    out.println();
    out.print(summary.table());
    out.flush();
    if (report != null) {
      new HtmlReport(result).write(report);
      say("report: " + report);
    }
    ReadSummary read = result.read();
    if (read.refusedShare() > MOST_REFUSED || (strict && read.refusals() > 0)) {
      say("too many passages cannot be used");
      return ExitCode.NEGATIVE;
    }
    return ExitCode.OK;
  }

  private UnaryOperator<String> bold() {
    boolean coloured = !json && System.console() != null && System.getenv("NO_COLOR") == null;
    return coloured ? text -> "\u001b[1m" + text + "\u001b[0m" : UnaryOperator.identity();
  }

  private void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
