package eu.passage.jobs.console;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --for TIME} of commands that go on until Ctrl-C. */
public final class StayOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "End by itself after this time, such as 30s (default: Ctrl-C ends it).")
  private @Nullable String lasts;

  /** Checks the option, which is to be done before anything else. */
  public Optional<Duration> lasts() {
    return Optional.ofNullable(lasts).map(text -> Spans.parse("--for", text, spec));
  }
}
