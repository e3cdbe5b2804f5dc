package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import eu.passage.recognition.model.ModelSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage bench soak}. */
@Command(
    name = "soak",
    description = {
      "Runs many frames through the operator in a Flink job and shows what memory the process holds.",
      "A ring of rendered frames of 1280x720 goes round; each line is taken after a collection."
          + " The first tenth counts as start; after it, resident memory may grow by"
          + " --tolerance at most."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:memory stayed flat",
      "1:it grew, or frames were refused",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SoakCommand implements Callable<Integer> {

  private static final int RING = 48;
  private static final Duration LOOK = Duration.ofMillis(200);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Frames (default: ${DEFAULT-VALUE}).")
  private long count = 5000;

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

  @Option(names = "--models", paramLabel = "DIR", description = "Models of one's own.")
  private @Nullable Path models;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  /** One look at the process. */
  record Look(
      long frames, long observations, double seconds, double framesPerSecond, Memory memory) {}

  @Override
  public Integer call() throws Exception {
    ModelSource source = models == null ? ModelSource.SHIPPED : ModelSource.folder(models);
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
    OperatorJob.build(environment, source, FrameSet.rendered(RING).frames(), count, Duration.ZERO);
    PrintWriter out = spec.commandLine().getOut();
    JobClient job = environment.executeAsync("soak");
    List<Look> looks = watch(job, out);
    job.getJobExecutionResult().get();
    return verdict(looks, out);
  }

  private List<Look> watch(JobClient job, PrintWriter out) throws Exception {
    List<Look> looks = new ArrayList<>();
    if (!json) {
      out.println(
          "    frames  observations       s  frames/s  resident MiB  heap MiB  direct MiB  native objects");
    }
    long begun = System.nanoTime();
    long step = Math.max(1, count / lines);
    long due = step;
    long before = 0;
    double secondsBefore = 0;
    while (due <= count) {
      if (OperatorJob.frames() < due && !hasEnded(job)) {
        Thread.sleep(LOOK.toMillis());
        continue;
      }
      long frames = OperatorJob.frames();
      double seconds = (System.nanoTime() - begun) / 1e9;
      double speed = (frames - before) / (seconds - secondsBefore);
      Look look = new Look(frames, OperatorJob.observations(), seconds, speed, Memory.now());
      looks.add(look);
      print(look, out);
      before = frames;
      secondsBefore = seconds;
      due = Math.max(due + step, frames - frames % step + step);
      if (hasEnded(job)) {
        break;
      }
    }
    return looks;
  }

  private static boolean hasEnded(JobClient job) throws Exception {
    JobStatus status = job.getJobStatus().get();
    return status.isTerminalState();
  }

  private void print(Look look, PrintWriter out) throws Exception {
    Memory memory = look.memory;
    out.println(
        json
            ? new ObjectMapper().writeValueAsString(look)
            : String.format(
                Locale.ROOT,
                "%,10d  %,12d  %6.0f  %8.1f  %12.0f  %8.0f  %10.1f  %14d",
                look.frames,
                look.observations,
                look.seconds,
                look.framesPerSecond,
                memory.resident(),
                memory.heap(),
                memory.direct(),
                memory.nativeObjects()));
    out.flush();
  }

  private int verdict(List<Look> looks, PrintWriter out) {
    Memory first = looks.get(Math.min(looks.size() - 1, looks.size() / 10)).memory;
    Memory last = looks.get(looks.size() - 1).memory;
    double grown = last.resident() - first.resident();
    boolean flat = grown <= tolerance && OperatorJob.refused() == 0;
    if (!json) {
      out.printf(
          Locale.ROOT,
          "resident memory %+.0f MiB, heap %+.0f MiB since the first tenth; %d frames refused%n",
          grown,
          last.heap() - first.heap(),
          OperatorJob.refused());
      out.flush();
    }
    return flat ? ExitCode.OK : ExitCode.NEGATIVE;
  }
}
