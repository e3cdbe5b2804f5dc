package eu.passage.jobs.console;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    Duration patience = Spans.parse("--timeout", timeout, spec);
    return noWait ? Optional.empty() : Optional.of(patience);
  }
}
