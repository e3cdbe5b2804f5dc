package eu.passage.jobs.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage topics COMMAND}. */
@Command(
    name = "topics",
    description = "The topics of an installation and how long each is kept.",
    mixinStandardHelpOptions = true,
    subcommands = ApplyCommand.class)
public final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: apply?");
  }
}
