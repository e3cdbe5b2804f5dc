package eu.passage.jobs.rules;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.NoAnswerException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that talks to the running system, and says so plainly when none answers. */
abstract class LiveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PlatformOption platform = new PlatformOption();

  @Override
  public final Integer call() {
    PassageConfig config;
    try {
      config = platform.read();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    try {
      return run(config);
    } catch (NoAnswerException e) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.FAILURE;
    }
  }

  abstract int run(PassageConfig config);

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** A line of the command's answer, at once. */
  final void answer(String line) {
    out().println(line);
    out().flush();
  }

  /** Something that is not the command's answer. */
  final void say(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
