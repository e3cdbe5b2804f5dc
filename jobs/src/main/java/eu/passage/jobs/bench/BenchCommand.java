package eu.passage.jobs.bench;

import eu.passage.jobs.bench.backtest.BacktestCommand;
import eu.passage.jobs.bench.rules.RulesCommand;
import eu.passage.jobs.bench.tolls.TollsBenchCommand;
import eu.passage.jobs.bench.watch.WatchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench}. */
@Command(
    name = "bench",
    description =
        "Measures how fast this machine recognises, detects and tries rules, and how rightly it tells.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RecognitionCommand.class,
      RulesCommand.class,
      BacktestCommand.class,
      WatchCommand.class,
      TollsBenchCommand.class,
      SoakCommand.class
    })
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which bench: recognition, rules, backtest, watch, tolls or soak?");
  }
}
