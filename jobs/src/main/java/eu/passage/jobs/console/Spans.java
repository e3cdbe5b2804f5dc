package eu.passage.jobs.console;

import eu.passage.schemas.text.Durations;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Spans of time on the command line. */
public final class Spans {

  private Spans() {}

  /**
   * The span that an option names.
   *
   * @throws ParameterException when the text is none
   */
  public static Duration parse(String option, String text, CommandSpec command) {
    return Durations.parse(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "%s: '%s' is not allowed; write a span of time such as %s"
                        .formatted(option, text, Durations.EXAMPLES)));
  }
}
