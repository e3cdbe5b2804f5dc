package eu.passage.jobs.watch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage watch COMMAND}. */
@Command(
    name = "watch",
    description = {
      "Watch entries: \"tell us when this vehicle passes\", lawfully and until a day.",
      "",
      "  passage watch add --plate 1ABC234 --country BE --until 30d …   one person asks",
      "  passage watch approve ID --approver NAME                      another one decides",
      "  passage watch list                                            what is in force",
      "  passage watch withdraw ID --by NAME --because TEXT            it was found",
      "  passage watch import FILE.csv --list NAME --made-at WHEN …     a list of many",
      "  passage watch lists                                           how old the lists are"
    },
    mixinStandardHelpOptions = true,
    // In the order in which they are used.
    subcommands = {
      AddCommand.class,
      ApproveCommand.class,
      ListCommand.class,
      ShowCommand.class,
      CorrectCommand.class,
      WithdrawCommand.class,
      ImportCommand.class,
      ListsCommand.class
    })
public final class WatchCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What: add, approve, list, show, correct, withdraw, import or lists?");
  }
}
