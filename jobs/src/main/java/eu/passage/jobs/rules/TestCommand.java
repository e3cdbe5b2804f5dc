package eu.passage.jobs.rules;

import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Style;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage rules test FILE…}. */
@Command(
    name = "test",
    description = {
      "Checks rules and runs the tests they carry.",
      "Of a test that fails it shows the test, the alerts that are missing and those that are"
          + " unexpected. D is the tests' day, D+1 the next. It warns of a rule whose tests never"
          + " say what it must leave alone (expect: []).",
      "With --json one object a line:"
          + " {\"rule\",\"file\",\"line\",\"passed\",\"missing\",\"unexpected\",\"message\"} for each"
          + " test, the message being what the rule broke with;"
          + " {\"warning\",\"rule\",\"file\",\"line\"} for each rule that lacks tests; last"
          + " {\"rules\",\"tests\",\"failed\",\"untested\",\"unguarded\"}. Faults are shown as"
          + " 'rules check --json' shows them."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all tests pass",
      "1:a rule is wrong or a test fails",
      "2:the configuration is wrong"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RuleFilesArgument files = new RuleFilesArgument();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "One JSON object a line, for editors and scripts.")
  private boolean json;

  @Override
  public Integer call() {
    PassageConfig settings = config.read();
    CheckedFiles checked = files.read(settings);
    PrintWriter out = spec.commandLine().getOut();
    boolean passed = json ? tellScripts(out, checked, settings) : tell(out, checked, settings);
    out.flush();
    return passed ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private static boolean tell(PrintWriter out, CheckedFiles checked, PassageConfig settings) {
    Style style = Style.ofThisTerminal();
    if (!checked.isRight()) {
      out.println(new FaultsForPeople(style).text(checked));
      return false;
    }
    RuleTrials trials = RuleTrials.of(checked, settings.catalogue());
    TrialsForPeople words = new TrialsForPeople(trials, style);
    words.untested().forEach(warning -> out.println(warning + "\n"));
    words.unguarded().forEach(warning -> out.println(warning + "\n"));
    words.failures().forEach(failure -> out.println(failure + "\n"));
    out.println(words.summary());
    return trials.failures().isEmpty();
  }

  private static boolean tellScripts(
      PrintWriter out, CheckedFiles checked, PassageConfig settings) {
    if (!checked.isRight()) {
      FaultLines.of(checked).forEach(out::println);
      return false;
    }
    RuleTrials trials = RuleTrials.of(checked, settings.catalogue());
    TrialLines.of(trials).forEach(out::println);
    return trials.failures().isEmpty();
  }
}
