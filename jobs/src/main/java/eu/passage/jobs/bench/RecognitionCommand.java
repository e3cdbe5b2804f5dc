package eu.passage.jobs.bench;

import eu.passage.avro.Frame;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ModelsOption;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.recognition.Stage;
import eu.passage.recognition.bench.Ours;
import eu.passage.recognition.model.Compute;
import eu.passage.recognition.model.DeviceChoice;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.model.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage bench recognition}. */
@Command(
    name = "recognition",
    description = {
      "Measures the way from an encoded frame to its observations on one core, beside two yardsticks.",
      "",
      "Nets run on one thread. A figure per core counts the time that all threads of this process"
          + " spent on a processor, the garbage collector's too, so that other work on the machine"
          + " distorts it little; wall-clock time is shown beside it. After a warm-up each"
          + " contender has all frames once in every round; figures are medians over the rounds,"
          + " ratios the medians of each round's.",
      "",
      "  DJL the simple way  fp32 nets, one picture a call, ImageIO, a predictor for each net",
      "  ONNX Runtime        fp32 nets with our decoding, scaling and batches, texts read plainly",
      "  Passage             what the operator does with a batch: hash, header, decoding, nets,",
      "                      beam search and observations",
      "",
      "'As ours' is the share of plates whose text is the same as ours in the same frame. Who finds"
          + " less than 90 %% of the same vehicles or reads less than 75 % of the same texts did other"
          + " work: that is told, and the exit status is 1.",
      "",
      "Then 200 frames go through the operator in a Flink job at 10 a second: how long each takes."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:measured",
      "1:measured, but somebody found other things than ours",
      "2:the command line is wrong",
      "3:something broke"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RecognitionCommand implements Callable<Integer> {

  private static final int LOW_LOAD_FRAMES = 200;
  private static final Duration LOW_LOAD_PAUSE = Duration.ofMillis(100);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--frames",
      paramLabel = "DIR",
      description = "JPEG and PNG files of one's own; left out: rendered frames of two sizes.")
  private @Nullable Path folder;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "32",
      description = "Frames of each set (default: ${DEFAULT-VALUE}).")
  private int count = 32;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds that count (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--precision",
      paramLabel = "NUMBERS",
      description =
          "auto, fp32, bf16 or int8 for Passage (default: auto); int8 is measured beside auto.")
  private Precision precision = Precision.AUTO;

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (count < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count and --rounds must be whole numbers above 0");
    }
    ModelSource source = models.source().with(new Compute(precision, DeviceChoice.AUTO));
    ProgressBar progress = new ProgressBar(spec.commandLine().getErr());
    progress.show(0, "preparing frames");
    List<FrameSet> sets = sets();
    progress.show(0, "cold start");
    ColdStart cold = ColdStart.measure(source, sets.get(0).frames().get(0));
    List<BenchReport.Set> measured = new ArrayList<>();
    Optional<String> withoutOnnx;
    Path work = Files.createTempDirectory("passage-bench");
    try (Contenders contenders = new Contenders(source, work)) {
      withoutOnnx = contenders.withoutOnnx();
      for (FrameSet set : sets) {
        double share = (double) measured.size() / (sets.size() + 1);
        Map<Stage, Long> before = contenders.ours().nanos();
        List<Rounds.Timed> timed =
            new Rounds()
                .run(contenders.all(), set.frames(), rounds, text -> progress.show(share, text));
        measured.add(new BenchReport.Set(set.name(), timed, contenders.nanosSince(before)));
      }
    } finally {
      delete(work);
    }
    progress.show((double) sets.size() / (sets.size() + 1), "low load");
    lowLoad(source, sets.get(0));
    progress.clear();
    BenchReport report = new BenchReport(cold, measured, OperatorJob.latencies(), withoutOnnx);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? report.json() : report.table());
    out.flush();
    return report.disagreements().isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private List<FrameSet> sets() {
    if (folder == null) {
      FrameSet small = FrameSet.rendered(count);
      return List.of(small, small.enlarged());
    }
    try {
      return List.of(FrameSet.folder(folder, count));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--frames: " + e.getMessage(), e);
    }
  }

  private static void lowLoad(ModelSource source, FrameSet set) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
    List<Frame> frames = set.frames().stream().map(Ours::frameOf).toList();
    OperatorJob.build(environment, source, frames, LOW_LOAD_FRAMES, LOW_LOAD_PAUSE);
    environment.execute("low load");
  }

  private static void delete(Path work) throws IOException {
    try (var files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(work);
  }
}
