package eu.passage.jobs.cli;

import eu.passage.jobs.access.AclsCommand;
import eu.passage.jobs.audit.AuditCommand;
import eu.passage.jobs.bans.BansCommand;
import eu.passage.jobs.bench.BenchCommand;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.demo.DemoCommand;
import eu.passage.jobs.evaluate.EvaluateCommand;
import eu.passage.jobs.police.AlertsCommand;
import eu.passage.jobs.rules.RulesCommand;
import eu.passage.jobs.search.PassagesCommand;
import eu.passage.jobs.tolls.TollsCommand;
import eu.passage.jobs.topics.TopicsCommand;
import eu.passage.jobs.watch.WatchCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line: {@code passage COMMAND}. */
@Command(
    name = "passage",
    description = "Watches the roads over a border: camera frames to alerts.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      RecognizeCommand.class,
      RunCommand.class,
      RulesCommand.class,
      BansCommand.class,
      WatchCommand.class,
      AlertsCommand.class,
      PassagesCommand.class,
      TollsCommand.class,
      AuditCommand.class,
      TopicsCommand.class,
      AclsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "1:done, and the answer is no (a file that cannot be read, a check not met)",
      "2:the command line or the configuration is wrong",
      "3:something broke"
    })
public final class Passage implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    LogFile.choose();
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return new CommandLine(new Passage())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Passage::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof ConfigException) {
      command.getErr().printf("%s: %s%n", name, e.getMessage());
      return ExitCode.USAGE;
    }
    LoggerFactory.getLogger(Passage.class).error("{} failed", name, e);
    command.getErr().printf("%s: %s%nMore is in %s%n", name, innermost(e), LogFile.path());
    return ExitCode.FAILURE;
  }

  /** What was wrong first: the exceptions around it only say that something was. */
  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
