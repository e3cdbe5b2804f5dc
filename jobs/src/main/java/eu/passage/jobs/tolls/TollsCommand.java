package eu.passage.jobs.tolls;

import eu.passage.jobs.tolls.reconcile.KeysCommand;
import eu.passage.jobs.tolls.reconcile.ReconcileCommand;
import eu.passage.jobs.tolls.reconcile.VerifyCommand;
import eu.passage.jobs.tolls.rerate.RerateCommand;
import eu.passage.jobs.tolls.review.ReviewCommand;
import eu.passage.jobs.tolls.statistics.ExportCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage tolls COMMAND}. */
@Command(
    name = "tolls",
    description = {
      "What trucks owe, and the copies of it that are kept.",
      "",
      "  passage tolls show be-2019 > mine.yaml     tariffs to start from",
      "  passage tolls test mine.yaml               are they right, do their tests pass?",
      "  passage tolls price --point EST-1 --at 2026-03-11T12:00 mine.yaml",
      "                                             what would a passage owe, and why?",
      "  passage tolls reconcile --day 2026-03-10   does everything of a day agree?",
      "  passage tolls review                       what waits for a person, and decide it",
      "  passage tolls rerate --dry-run             what would a new version change?",
      "  passage tolls export --day 2026-03-10 --out day.xml",
      "                                             a day's traffic for planners, without plates"
    },
    mixinStandardHelpOptions = true,
    // In the order in which they are used.
    subcommands = {
      ShowCommand.class,
      CheckCommand.class,
      TestCommand.class,
      PriceCommand.class,
      MigrateCommand.class,
      ReconcileCommand.class,
      KeysCommand.class,
      VerifyCommand.class,
      ReviewCommand.class,
      RerateCommand.class,
      ExportCommand.class
    })
public final class TollsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What: %s?".formatted(String.join(", ", spec.subcommands().keySet())));
  }
}
