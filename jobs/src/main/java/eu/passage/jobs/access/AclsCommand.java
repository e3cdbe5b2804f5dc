package eu.passage.jobs.access;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage acls COMMAND}. */
@Command(
    name = "acls",
    description = "Who may read and write which topic: from a table to the broker.",
    mixinStandardHelpOptions = true,
    subcommands = {PrintCommand.class, ApplyCommand.class})
public final class AclsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: print or apply?");
  }
}
