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
import picocli.CommandLine.Spec;

/** {@code passage rules test FILE…}. */
@Command(
    name = "test",
    description = {
      "Checks rules and runs the tests they carry.",
      "Of a test that fails it shows the test, the alerts that are missing and those that are"
          + " unexpected. D is the tests' day, D+1 the next."
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

  @Override
  public Integer call() {
    PassageConfig settings = config.read();
    CheckedFiles checked = files.read(settings);
    PrintWriter out = spec.commandLine().getOut();
    Style style = Style.ofThisTerminal();
    if (!checked.isRight()) {
      out.println(new FaultsForPeople(style).text(checked));
      out.flush();
      return ExitCode.NEGATIVE;
    }
    RuleTrials trials = new RuleTrials(settings.catalogue(), style).run(checked);
    trials.untested().forEach(warning -> out.println(warning + "\n"));
    trials.failures().forEach(failure -> out.println(failure + "\n"));
    out.println(trials.summary());
    out.flush();
    return trials.failures().isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }
}
