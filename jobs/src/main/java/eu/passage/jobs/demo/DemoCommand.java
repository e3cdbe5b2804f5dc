package eu.passage.jobs.demo;

import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.schemas.text.Durations;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage demo}. */
@Command(
    name = "demo",
    description = {
      "Runs Kafka, the jobs and simulated cameras in one process and shows what comes of it.",
      "",
      "Three cameras at the border see up to three weeks of traffic whose clock runs as fast as"
          + " this machine recognises frames. Where the configuration has a camera inland before the"
          + " border, a wanted car passes it every night. Ctrl-C ends it with a summary (exit status 130)."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it ran to its end",
      "1:an id came twice on a topic",
      "2:an option or the configuration is wrong",
      "3:something broke",
      "130:it was ended by Ctrl-C"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

  private static final int SECONDS_TO_STOP = 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long the cameras run, such as 90s or 5m (default: ${DEFAULT-VALUE}).")
  private String lasts = "60s";

  @Option(
      names = "--frames",
      paramLabel = "DIR",
      description =
          "Show these JPEG and PNG photographs instead, in the order of their names, and list the"
              + " plates read.")
  private @Nullable Path photographs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number, other traffic (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description =
          "Let the cameras' clock run at most X times faster than this one (default: as fast as"
              + " the frames are recognised).")
  private @Nullable Double speed;

  @Option(
      names = "--json",
      description = "One JSON object a line for each event, and the summary as the last.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Demo demo = new Demo(settings(), config.read(), output());
    CountDownLatch finished = new CountDownLatch(1);
    Thread onCtrlC = new Thread(() -> endEarly(demo, finished), "end-demo");
    Runtime.getRuntime().addShutdownHook(onCtrlC);
    try {
      return demo.run().duplicates() == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } finally {
      finished.countDown();
    }
  }

  /** Runs while the JVM shuts down: the demonstration then ends by itself, with its summary. */
  private static void endEarly(Demo demo, CountDownLatch finished) {
    demo.stop();
    try {
      finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DemoSettings settings() {
    Duration duration =
        Durations.parse(lasts)
            .orElseThrow(
                () -> wrong("--for", lasts, "a span of time such as " + Durations.EXAMPLES));
    if (speed != null && !(speed > 0)) {
      throw wrong("--speed", speed, "a number above 0");
    }
    return new DemoSettings(
        duration,
        Optional.ofNullable(photographs),
        seed,
        speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed));
  }

  private DemoOutput output() {
    PrintStream out = System.out;
    if (json) {
      // Whatever a library prints must not come between the objects.
      System.setOut(System.err);
      return new JsonOutput(out);
    }
    boolean isTerminal = System.console() != null;
    Style style = Style.forTerminal(isTerminal, System.getenv());
    return new TerminalOutput(out, isTerminal, style, new Cards(style, ScenarioSettings.ZONE));
  }

  private ParameterException wrong(String option, Object value, String allowed) {
    return new ParameterException(
        spec.commandLine(), "%s: '%s' is not allowed; write %s".formatted(option, value, allowed));
  }
}
