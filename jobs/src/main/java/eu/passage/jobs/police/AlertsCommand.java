package eu.passage.jobs.police;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage alerts COMMAND}. */
@Command(
    name = "alerts",
    description = {
      "What a service is told, as it comes; what it answers; how often alerts were true.",
      "",
      "  passage alerts tail --as police-be                     as they come, as cards",
      "  passage alerts ack ALERT --as police-be --by patrol-7  seen, being dealt with",
      "  passage alerts close ALERT --as police-be --by patrol-7 --outcome misread",
      "  passage alerts figures --since 30d                     how many were false",
      "  passage alerts forward --as police-be --to https://dispatch.example/alerts"
          + " --secret-file secret"
    },
    mixinStandardHelpOptions = true,
    // In the order in which they are used.
    subcommands = {
      TailCommand.class,
      AckCommand.class,
      CloseCommand.class,
      FiguresCommand.class,
      ForwardCommand.class
    })
public final class AlertsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: tail, ack, close, figures or forward?");
  }
}
