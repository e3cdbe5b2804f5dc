package eu.passage.jobs.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage rules COMMAND}. */
@Command(
    name = "rules",
    description = {
      "Rules that say when police are told: from a text file to the running job.",
      "",
      "  passage rules show night-dash > mine.yaml   a rule to start from",
      "  passage rules test mine.yaml                is it right, do its tests pass?",
      "  passage rules backtest mine.yaml --passages last-month.csv --report found.html",
      "                                              what would it have found?",
      "  passage rules deploy mine.yaml              into the running job"
    },
    mixinStandardHelpOptions = true,
    // In the order in which they are used.
    subcommands = {
      ShowCommand.class,
      CheckCommand.class,
      TestCommand.class,
      BacktestCommand.class,
      DeployCommand.class,
      ListCommand.class,
      RemoveCommand.class,
      SchemaCommand.class
    })
public final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What: show, check, test, backtest, deploy, list, remove or schema?");
  }
}
