package eu.passage.jobs.bench;

import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.ModelsOption;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.recognition.model.ModelSource;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench soak}. */
@Command(
    name = "soak",
    description = {
      "Runs many frames through the operator in a Flink job and shows what memory the process holds.",
      "",
      "A ring of 64 rendered frames goes round: day and night, no vehicle to two, 1280x720 and"
          + " 1920x1080, and among them a truncated picture, one with a wrong hash, one that is no"
          + " picture and one of an unknown camera. Every figure is taken after a collection."
          + " Growth is the median of the last three tenths of the lines less that of the three"
          + " tenths after the first. It fails when resident memory grows by more than --tolerance,"
          + " the heap by more than 16 MiB, when native objects or threads pile up, and when other"
          + " frames are refused than must be."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:memory stayed flat",
      "1:it grew, or not every frame was treated as it must be",
      "2:the command line is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SoakCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(200);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Frames (default: ${DEFAULT-VALUE}).")
  private long count = 5000;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Subtasks of the operator, a core for each (default: ${DEFAULT-VALUE}).")
  private int parallelism = 1;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often memory is looked at (default: ${DEFAULT-VALUE}).")
  private int lines = 20;

  @Option(
      names = "--tolerance",
      paramLabel = "MIB",
      defaultValue = "64",
      description = "By how much resident memory may grow (default: ${DEFAULT-VALUE}).")
  private double tolerance = 64;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(names = "--json", description = "One JSON object a line, the verdict as the last.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (count < 1 || parallelism < 1 || lines < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count, --parallelism and --lines must be whole numbers above 0");
    }
    ModelSource source = models.source();
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    SoakRing ring = SoakRing.draw(drawn -> progress.show(drawn, SoakRing.SIZE, "drawing frames"));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    OperatorJob.build(environment, source, ring.frames(), count, Duration.ZERO);
    CompletableFuture<JobExecutionResult> job =
        environment.executeAsync("soak").getJobExecutionResult();
    List<SoakLook> looks = watch(job, progress);
    job.get();
    SoakVerdict verdict =
        new SoakVerdict(looks, tolerance, count, OperatorJob.refused(), ring.refusalsOf(count));
    print(json ? Json.line(verdict.json()) : verdict.text());
    return verdict.holds() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private List<SoakLook> watch(CompletableFuture<?> job, ProgressBar progress)
      throws InterruptedException {
    if (!json) {
      progress.clear();
      print(SoakLook.HEADER);
    }
    List<SoakLook> looks = new ArrayList<>();
    long begun = System.nanoTime();
    SoakLook before = new SoakLook(0, 0, 0, 0, 0, Memory.now());
    for (int line = 1; line <= lines; line++) {
      while (OperatorJob.frames() < count * line / lines && !hasEnded(job)) {
        progress.show(
            (double) OperatorJob.frames() / count,
            String.format(
                Locale.ROOT,
                "%,d of %,d frames, %.1f a second",
                OperatorJob.frames(),
                count,
                before.framesPerSecond()));
      }
      before = look(before, (System.nanoTime() - begun) / 1e9);
      looks.add(before);
      progress.clear();
      print(json ? Json.line(before.json()) : before.row());
      if (job.isDone()) {
        break;
      }
    }
    return looks;
  }

  private static SoakLook look(SoakLook before, double seconds) {
    long frames = OperatorJob.frames();
    return new SoakLook(
        frames,
        OperatorJob.observations(),
        OperatorJob.refused().values().stream().mapToLong(Long::longValue).sum(),
        seconds,
        (frames - before.frames()) / (seconds - before.seconds()),
        Memory.now());
  }

  /** Waits a little; what made a job fail is told by whoever asks for its result. */
  private static boolean hasEnded(CompletableFuture<?> job) throws InterruptedException {
    try {
      job.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
