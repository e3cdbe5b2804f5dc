package eu.passage.jobs.rules;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.CameraTable;
import eu.passage.jobs.backtest.AlertLine;
import eu.passage.jobs.backtest.Backtest;
import eu.passage.jobs.backtest.RuleVersions;
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
import eu.passage.jobs.console.PlatformOption;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.console.Style;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Durations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
final class BacktestCommand implements Callable<Integer> {

  private static final double MOST_REFUSED = 0.1;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** Where the passages are: one of the two must be given. */
  private static final class From {

    @Option(
        names = "--passages",
        paramLabel = "FILE",
        description =
            "Recorded passages: a table (*.csv) or an Avro object container file (*.avro) of"
                + " Passage records. May be given more than once.")
    private List<Path> files = List.of();

    @Option(names = "--topic", description = "What Kafka's topic 'passages' holds now.")
    private boolean topic;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RuleFilesArgument files = new RuleFilesArgument();

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "Files with an older version of the rules, or names of shipped ones: tells what the new"
              + " version adds, drops and keeps. May be given more than once.")
  private List<String> against = List.of();

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

  @Mixin private PlatformOption platform = new PlatformOption();

  @Override
  public Integer call() throws Exception {
    PassageConfig settings = settings();
    CameraCatalogue cameras = settings.catalogue();
    DetectionSettings detection = settings.detection().settings(cameras);
    Backtest backtest = new Backtest(CORES, handling(), samples);
    CheckedFiles tried = files.read(settings);
    CheckedFiles old = RuleFilesArgument.read(against, settings);
    if (!areRight(tried, old)) {
      return ExitCode.NEGATIVE;
    }
    warn(tried, cameras);
    RuleVersions rules = new RuleVersions(tried.rules(), old.rules());
    rules.unmatched().forEach(rule -> say("only one version has the rule " + rule));
    try (PassageInput input = input(settings)) {
      ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
      return tell(backtest.run(input, rules, detection, teller(cameras), progress));
    } catch (UnusableInputException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private boolean areRight(CheckedFiles tried, CheckedFiles old) {
    FaultsForPeople faults = new FaultsForPeople(Style.ofThisTerminal());
    List.of(tried, old).stream()
        .filter(checked -> !checked.isRight())
        .forEach(checked -> say(faults.text(checked)));
    return tried.isRight() && old.isRight();
  }

  /** A rule whose own tests fail may be tried all the same: that is how one finds out why. */
  private void warn(CheckedFiles tried, CameraCatalogue cameras) {
    RuleTrials trials = RuleTrials.of(tried, cameras);
    new TrialsForPeople(trials, Style.ofThisTerminal())
        .failures()
        .forEach(failure -> say(failure + "\n"));
    if (!trials.failures().isEmpty()) {
      say("Trying it all the same; 'rules deploy' would refuse.");
    }
  }

  private PassageConfig settings() {
    try {
      return platform.read();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
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
      return new PassageTopic(settings, CORES);
    }
    PassageFiles input = new PassageFiles(from.files, settings.catalogue(), CORES);
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
    SummaryText summary =
        new SummaryText(result, (json ? Style.PLAIN : Style.ofThisTerminal())::bold);
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

  private void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }
}
