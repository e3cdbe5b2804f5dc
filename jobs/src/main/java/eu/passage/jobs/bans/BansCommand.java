package eu.passage.jobs.bans;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bans COMMAND}. */
@Command(
    name = "bans",
    description = {
      "Bans that trucks may break: roads closed to transit, closed hours, weights.",
      "",
      "  passage bans show estaimpuis > mine.yaml   an example to start from",
      "  passage bans test mine.yaml                is it right, do its tests pass?"
    },
    mixinStandardHelpOptions = true,
    // In the order in which they are used.
    subcommands = {ShowCommand.class, CheckCommand.class, TestCommand.class})
public final class BansCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: show, check or test?");
  }
}
