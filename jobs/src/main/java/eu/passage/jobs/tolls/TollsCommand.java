package eu.passage.jobs.tolls;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage tolls COMMAND}. */
@Command(
    name = "tolls",
    description = "What trucks owe, and the copies of it that are kept.",
    mixinStandardHelpOptions = true,
    subcommands = MigrateCommand.class)
public final class TollsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: migrate?");
  }
}
