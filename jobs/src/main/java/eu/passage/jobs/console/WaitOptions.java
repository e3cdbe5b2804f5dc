package eu.passage.jobs.console;

import eu.passage.schemas.text.Durations;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a command waits for the answer of the running job. */
public final class WaitOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "How long to wait for the running job's answer (default: ${DEFAULT-VALUE}).")
  private String timeout = "10s";

  @Option(names = "--no-wait", description = "Do not wait for the running job's answer.")
  private boolean noWait;

  /** Empty: not at all. */
  public Optional<Duration> patience() {
    Duration patience =
        Durations.parse(timeout)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--timeout: '%s' is not allowed; write a span of time such as %s"
                            .formatted(timeout, Durations.EXAMPLES)));
    return noWait ? Optional.empty() : Optional.of(patience);
  }
}
