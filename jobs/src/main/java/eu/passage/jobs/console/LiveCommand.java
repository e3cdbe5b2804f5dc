package eu.passage.jobs.console;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.NoAnswerException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that talks to the running system, and says so plainly when none answers. */
public abstract class LiveCommand implements Callable<Integer> {

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

  /**
   * Does the command's work.
   *
   * @return the exit status
   */
  protected abstract int run(PassageConfig config);

  /** Where the command's answer goes. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** A line of the command's answer, at once. */
  protected final void answer(String line) {
    out().println(line);
    out().flush();
  }

  /** Where everything else goes. */
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Something that is not the command's answer. */
  protected final void say(String text) {
    PrintWriter err = err();
    err.println(text);
    err.flush();
  }

  /** What is wrong with the command line; to be thrown. */
  protected final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
