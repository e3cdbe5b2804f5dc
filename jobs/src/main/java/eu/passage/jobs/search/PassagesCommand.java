package eu.passage.jobs.search;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage passages COMMAND}. */
@Command(
    name = "passages",
    description = "What passed the cameras, for those who may know.",
    mixinStandardHelpOptions = true,
    subcommands = SearchCommand.class)
public final class PassagesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: search?");
  }
}
